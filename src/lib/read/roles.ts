import { plainWords } from './grid';
import { readYear } from './periods';

export type CodeSystem = 'kemendagri' | 'bps';
export type PlaceLevel = 'province' | 'regency' | null;

/** What a column is for, as its header says. */
export type Role =
	| { kind: 'region'; what: 'code' | 'name'; level: PlaceLevel; codes: CodeSystem | null }
	| { kind: 'year' }
	| { kind: 'round' }
	| { kind: 'unit' }
	| { kind: 'area' }
	/** Sub-districts and villages: finer than what is kept. */
	| { kind: 'finer' }
	| { kind: 'ignore' }
	| { kind: 'other' };

const IGNORE =
	/^(id|no|nomor|no urut|nomor urut|objectid|fid|uuid|lat|lng|lon|latitude|longitude|sumber|sumber data|keterangan|catatan|(created|updated) at|tanggal (update|unggah)|last update|(kode|nama) negara|peringkat|rank|ranking|ibukota|ibu kota)$/;
const YEAR = /^(tahun|year|thn|th)( (data|periode|anggaran))?$/;
const ROUND =
	/^(periode( (bulan|data|waktu|survei|pencacahan))?|bulan|month|semester|triwulan|kuartal|ronde|waktu|period|round|tanggal( data)?)$/;
const UNIT = /^(satuan|unit)( .*)?$/;
const AREA =
	/^(kategori|klasifikasi|jenis|tipe|status)? ?(daerah|wilayah)? ?(tempat tinggal|perkotaan (dan )?perdesaan|urban rural|kota desa)$|^(kategori|klasifikasi|jenis|tipe|status) (daerah|wilayah)$/;
const FINER =
	/^((kode|nama|id|kd) )?(kecamatan|desa|kelurahan|distrik|nagari|dusun|desa kelurahan)( .*)?$/;
const MEASURE =
	/\b(jumlah|persentase|penduduk|miskin|kemiskinan|garis|indeks|tingkat|angka|nilai|luas|kepadatan|penerima|total|rata|daya|pkh)\b/;
const PLACE =
	/^(provinsi|propinsi|province|prov|kabupaten|kab|kabkota|kabkot|kota|kotamadya|kabupatenkota|wilayah|daerah|regency|city|municipality|district|region|lokasi|region name)\b/;

function levelIn(words: string): PlaceLevel {
	if (
		/\b(kabupaten|kab|kabkota|kabkot|kota|kotamadya|kabupatenkota|regency|city|municipality|district)\b/.test(
			words
		)
	)
		return 'regency';
	return /\b(provinsi|propinsi|province|prov)\b/.test(words) ? 'province' : null;
}

function codesIn(words: string): CodeSystem | null {
	if (/\bbps\b/.test(words)) return 'bps';
	return /\b(kemendagri|dagri|permendagri)\b/.test(words) ? 'kemendagri' : null;
}

function place(words: string): Role | null {
	const codes = codesIn(words);
	const bare = words
		.replace(/\b(bps|kemendagri|dagri|permendagri)\b/g, ' ')
		.replace(/ +/g, ' ')
		.trim();
	if (MEASURE.test(bare)) return null;
	const code =
		/^(?:kode|kd|id|code) (.+)$/.exec(bare)?.[1] ?? /^(.+) (?:kode|code|id)$/.exec(bare)?.[1];
	if (code !== undefined && PLACE.test(code))
		return { kind: 'region', what: 'code', level: levelIn(code), codes };
	if (/^(kode|kd|code)$/.test(bare)) return { kind: 'region', what: 'code', level: null, codes };
	const name = bare.replace(/^(nama|name|nm|\d+) /, '');
	if (!PLACE.test(name) || name.split(' ').length > 8) return null;
	// "Kabupaten/Kota Provinsi Jawa Barat" lists regencies: the finer word decides.
	return { kind: 'region', what: 'name', level: levelIn(name), codes: null };
}

/** The role that a header names. Headers of values are `other`: their words are read elsewhere. */
export function roleOfHeader(header: string): Role {
	const words = plainWords(header);
	if (IGNORE.test(words)) return { kind: 'ignore' };
	if (YEAR.test(words)) return { kind: 'year' };
	if (ROUND.test(words)) return { kind: 'round' };
	if (UNIT.test(words)) return { kind: 'unit' };
	if (AREA.test(words)) return { kind: 'area' };
	if (FINER.test(words)) return { kind: 'finer' };
	if (readYear(header) !== null) return { kind: 'other' };
	return place(words) ?? { kind: 'other' };
}
