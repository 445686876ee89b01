import type { RegionKind } from '$lib/model/region';

/** Words by which files say what kind of region a name belongs to. */
export const KIND_WORDS: ReadonlyMap<string, RegionKind> = new Map<string, RegionKind>([
	['kab', 'kabupaten'],
	['kabupaten', 'kabupaten'],
	['kabupatan', 'kabupaten'],
	['regency', 'kabupaten'],
	['kota', 'kota'],
	['kotamadya', 'kota'],
	['kodya', 'kota'],
	['prov', 'provinsi'],
	['provinsi', 'provinsi'],
	['propinsi', 'provinsi'],
	['province', 'provinsi']
]);

/** Words that say nothing of which region is meant. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set([
	'adm',
	'administrasi',
	'dan',
	'pemerintah',
	'pemprov',
	'republik'
]);

export const LONG_FORMS: ReadonlyMap<string, string> = new Map([
	['kep', 'kepulauan'],
	['kepuluan', 'kepulauan'],
	['sumatra', 'sumatera'],
	['peg', 'pegunungan']
]);

/** Short and other forms of province names in common use, without spaces → the official stem. */
export const PROVINCE_FORMS: ReadonlyMap<string, string> = new Map([
	['nad', 'aceh'],
	['nanggroeacehdarussalam', 'aceh'],
	['sumut', 'sumaterautara'],
	['sumbar', 'sumaterabarat'],
	['sumsel', 'sumateraselatan'],
	['babel', 'kepulauanbangkabelitung'],
	['bangkabelitung', 'kepulauanbangkabelitung'],
	['kepri', 'kepulauanriau'],
	['dki', 'dkijakarta'],
	['daerahkhususibukotajakarta', 'dkijakarta'],
	['daerahkhususjakarta', 'dkijakarta'],
	['jakarta', 'dkijakarta'],
	['jabar', 'jawabarat'],
	['jateng', 'jawatengah'],
	['jatim', 'jawatimur'],
	['diy', 'daerahistimewayogyakarta'],
	['diyogyakarta', 'daerahistimewayogyakarta'],
	['yogyakarta', 'daerahistimewayogyakarta'],
	['ntb', 'nusatenggarabarat'],
	['ntt', 'nusatenggaratimur'],
	['kalbar', 'kalimantanbarat'],
	['kalteng', 'kalimantantengah'],
	['kalsel', 'kalimantanselatan'],
	['kaltim', 'kalimantantimur'],
	['kaltara', 'kalimantanutara'],
	['sulut', 'sulawesiutara'],
	['sulteng', 'sulawesitengah'],
	['sulsel', 'sulawesiselatan'],
	['sultra', 'sulawesitenggara'],
	['sulbar', 'sulawesibarat'],
	['malut', 'malukuutara']
]);

export const NATION_FORMS: ReadonlySet<string> = new Set(['indonesia', 'nasional', 'ri', 'nkri']);
