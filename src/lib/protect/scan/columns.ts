import { type FindingKind, type Span, span } from './finding';

/**
 * Columns of real lists that say who someone is, as headers of registries, cooperatives and villages
 * write them; letters and digits only. A cooperative's own number (`nik_koperasi`) is not among them.
 */
const COLUMNS: Record<FindingKind, string> = {
	nik: 'nik nonik nomornik nikktp noktp nomorktp nomorindukkependudukan nikpenerima nikpengurus nikanggota nikkepalakeluarga',
	no_kk: 'nokk nomorkk nokartukeluarga nomorkartukeluarga',
	phone: 'nohp nomorhp notelp notelepon nomortelepon telepon hp nowa nomorwa phonenumber',
	email: 'email alamatemail surel',
	account:
		'norek norekening nomorrekening nokks nomorkks nokartukks nomorkartukks akunbankkoperasi',
	name: 'nama namapenerima namapengurus namalengkap namaanggota namapemilik namausaha namaibu namaibukandung namaayah namaorangtua namakepalakeluarga namakpm namapasangan fullname',
	address: 'alamat alamatlengkap alamatrumah rt rw rtrw dusun homeaddress',
	personal:
		'idsemesta iddtks idart nomorpeserta nopeserta verifyid anggotaref tempatlahir tanggallahir tgllahir ttl birthdate diagnosamedis jenisdisabilitas keterangandisabilitas isaktifhamil foto fotoktp fotokk nib'
};

const KIND_OF: ReadonlyMap<string, FindingKind> = new Map(
	Object.entries(COLUMNS).flatMap(([kind, names]) =>
		names.split(' ').map((name) => [name, kind as FindingKind] as const)
	)
);

/** What a column of this name holds, or null where the name says nothing of a person. */
export function identifierColumn(header: string): FindingKind | null {
	return KIND_OF.get(header.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? null;
}

/** Columns of people in the first line of a table with any of the usual separators. */
export function findHeaders(line: string): Span[] {
	return [...line.matchAll(/[^,;\t|\r\n"]+/g)].flatMap(({ 0: header, index }) =>
		named(header, index)
	);
}

const KEY = /"([^"\\\n]{1,40})"\s*:/g;
/** A key under which a JSON file names a column: a manifest, a data package. */
const NAMED = /"(?:name|column|field)"\s*:\s*"([^"\\\n]{1,40})"/gi;

/** Keys of a JSON text that name something of a person, and columns that it lists. */
export function findKeys(text: string): Span[] {
	return [KEY, NAMED].flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', index }) =>
			named(name, index + whole.lastIndexOf(name))
		)
	);
}

function named(name: string, position: number): Span[] {
	const kind = identifierColumn(name);
	return kind === null ? [] : [span(kind, position, name.length)];
}
