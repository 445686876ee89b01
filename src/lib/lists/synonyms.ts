import type { ListKind } from '$lib/model/lists';
import type { ListRole } from './roles';

/**
 * Headers of real lists, Indonesian and English, letters and digits only. Where several columns of
 * a file are for one role, a header of an earlier group is taken before one of a later group; two of
 * the same group are a question to the person.
 */
type Synonyms = Readonly<Partial<Record<ListRole, readonly string[]>>>;

const PERSON: Synonyms = {
	nik: [
		'nik nonik nomornik nikktp noktp nomorktp nikpenerima nikpm nikkpm nikpengurus nikanggota nikpeserta nikart nikpenduduk nikpenerimamanfaat nikkepalakeluarga nomorindukkependudukan noindukkependudukan nationalid nationalidnumber nationalidentitynumber nin personnumber'
	],
	region_code: [
		'kodekabupaten kodekab kodekabkota kodekabupatenkota kodekota kdkab kdkabkota kdkabupaten idkabupaten idkab idkabkota regencycode districtcode kodekemendagri kodebps kodewilayahkemendagri kodewilayahbps kodekabupatenkemendagri kodekabupatenbps kodekabkotakemendagri kodekabkotabps kemendagricode bpscode',
		'kodewilayah kdwilayah idwilayah kodedaerah regioncode areacode region_id wilayahkode',
		'kodedesa iddesa kddesa kodekelurahan idkelurahan kodedesakelurahan kodekeldesa kdkel villagecode',
		'kodekecamatan kodekec kdkec idkecamatan subdistrictcode'
	],
	region_name: [
		'kabupaten kabupatenkota kabkota kabkot kab namakabupaten namakab namakabkota namakabupatenkota nmkab nmkabkota regency regencyname regencycity regencyorcity',
		'wilayah namawilayah daerah namadaerah region regionname kota namakota city cityname'
	],
	province: [
		'kodeprovinsi kodeprov kdprov idprovinsi idprov kodepropinsi provincecode',
		'provinsi namaprovinsi nmprov propinsi prov province provincename'
	],
	sex: ['jeniskelamin jnskelamin jnskel jk kelamin gender sex lp'],
	birth: ['tanggallahir tgllahir tgllhr birthdate dateofbirth dob birthday']
};

const COOPERATIVE: Synonyms = {
	cooperative_code: [
		'kodekoperasi kdkoperasi idkoperasi cooperativecode cooperativeid',
		'nikkoperasi nomorindukkoperasi noindukkoperasi koperasiref'
	],
	cooperative_name: [
		'koperasi namakoperasi nmkoperasi cooperative cooperativename nameofcooperative'
	]
};

export const SYNONYMS: Readonly<Record<ListKind, Synonyms>> = {
	beneficiaries: {
		...PERSON,
		kk: [
			'kk nokk nomorkk nkk nokartukeluarga nomorkartukeluarga nomorkartukk familycardnumber familycard familycardno'
		],
		programme: [
			'program programme namaprogram jenisprogram programbantuan programbansos jenisbantuan jenisbansos bantuan bansos namabantuan namabansos assistance assistanceprogramme assistancetype program_name'
		],
		decile: ['desil kelompokdesil desildtsen desilkesejahteraan decile welfaredecile'],
		first: [
			'mulai bulanmulai tanggalmulai tglmulai periodemulai periodeawal bulanawal bulanpertama awal mulaiterima mulaimenerima mulaimenerimabantuan tmt sejak first firstmonth start startmonth startdate from receivingsince'
		],
		last: [
			'selesai bulanselesai tanggalselesai tglselesai periodeselesai periodeakhir bulanakhir bulanterakhir akhir terakhir sampai berhenti tanggalberhenti bulanberhenti last lastmonth end endmonth enddate until to'
		],
		month: [
			'bulan periode bulansalur periodesalur bulanpenyaluran periodepenyaluran masapenyaluran periodepkh periodebpnt periodesembako month period paymentmonth'
		],
		business: [
			'punyausaha memilikiusaha adausaha usahaada rintisanusaha punyarintisanusaha memilikirintisanusaha hasbusiness hasabusiness business'
		]
	},
	members: {
		...PERSON,
		...COOPERATIVE,
		programme: [
			'program programme namaprogram jenisprogram programkoperasi jeniskoperasi cooperativeprogramme cooperativetype'
		],
		joined: [
			'tanggalgabung tglgabung bergabung tanggalbergabung tglbergabung tanggalmasuk tglmasuk masuk tanggaldaftar tgldaftar tanggalpendaftaran terdaftar tanggalanggota tanggalmenjadianggota anggotasejak mulai joined joinedon joindate datejoined membersince'
		],
		left: [
			'tanggalkeluar tglkeluar keluar tanggalberhenti tglberhenti berhenti tanggalmundur left lefton leftdate dateleft leavedate exitdate'
		],
		last_transaction: [
			'transaksiterakhir tanggaltransaksiterakhir tgltransaksiterakhir terakhirtransaksi transaksiakhir lasttransaction lasttransactiondate lasttransactionon'
		]
	},
	activities: {
		...PERSON,
		...COOPERATIVE,
		kind: [
			'kegiatan jeniskegiatan namakegiatan aktivitas jenisaktivitas activity activitytype activitykind kind event eventtype jenislayanan',
			'jenistransaksi'
		],
		date: [
			'tanggal tgl tanggalkegiatan tglkegiatan tanggalpelaksanaan tanggaltransaksi tgltransaksi waktu date activitydate eventdate transactiondate'
		],
		amount: [
			'nominal nilai rupiah jumlahrupiah jumlahrp nilairupiah nilairp nilaitransaksi nominalrupiah nominalrp jumlahuang besaran plafon totalbelanja amount amountrupiah amountinrupiah value',
			'jumlah total'
		]
	}
};

/**
 * Columns that say who a person is, or what the law calls specific data. They are never touched,
 * only counted, so that the report can say so.
 */
export const IDENTIFYING =
	/^(nama|nm|name|fullname|namalengkap|alamat|address|rt|rw|rtrw|dusun|lingkungan|idsemesta|iddtks|idart|idbdt|nomorpeserta|nopeserta|idpeserta|verifyid|counter|nohp|nomorhp|hp|handphone|nowa|whatsapp|telepon|telp|notelp|nomortelepon|phone|phonenumber|mobile|email|surel|norek|norekening|nomorrekening|rekening|bank|accountnumber|bankaccount|nokartu|nomorkartu|nokks|nomorkks|kks|nomorkartukks|nokartukks|tempatlahir|tempattanggallahir|ttl|birthplace|placeofbirth|diagnosa.*|disabilitas|jenisdisabilitas|keterangandisabilitas|isaktifhamil|hamil|penyakit.*|foto.*|photo.*|lampiran.*|koordinat.*|lat|lng|lon|latitude|longitude|lintang|bujur|anggotaref|idanggota|noanggota|nomoranggota|memberid|nib|npwp|pekerjaan|agama|religion|pendidikan|statusperkawinan|statuskawin|(nama|nm|nik|nohp|no|name|tanggallahir|pekerjaan|alamat)(ibu|ayah|orangtua|orangtuawali|wali|suami|istri|pasangan|anak|pemilik|usaha|pengurus|penerima|anggota|peserta|kpm|art|kk|kepalakeluarga|ibukandung|ketua|rekening).*)$/;
