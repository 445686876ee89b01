/**
 * Kemendagri code: `00` the nation, `PP` a province, `PP.KK` a regency or city.
 * Always with the dot and both digits, so that `11.10` and `11.01` stay apart.
 */
export type RegionCode = string;

export const NATION: RegionCode = '00';

export const REGION_LEVELS = ['nation', 'province', 'regency'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

export const REGION_KINDS = ['negara', 'provinsi', 'kabupaten', 'kota'] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

export const ISLAND_GROUPS = [
	'sumatera',
	'jawa_bali',
	'kalimantan',
	'sulawesi',
	'nusa_tenggara',
	'maluku_papua'
] as const;
export type IslandGroup = (typeof ISLAND_GROUPS)[number];

/** A region as charts, tables and searches need it. */
export interface Region {
	code: RegionCode;
	level: RegionLevel;
	kind: RegionKind;
	/** Full official name: `Kabupaten Bogor`, `Kota Bogor`, `Jawa Barat`, `Indonesia`. */
	name: string;
	/** Two to four letters for a tile; unique within its province. Empty for nation and provinces. */
	abbreviation: string;
	/** Code of its province; its own code for a province, `00` for the nation. */
	provinceCode: RegionCode;
}

const CODE = /^\d{2}(\.\d{2})?$/;

export function isRegionCode(text: string): boolean {
	return CODE.test(text);
}

export function levelOf(code: RegionCode): RegionLevel {
	if (code === NATION) return 'nation';
	return code.length === 2 ? 'province' : 'regency';
}

export function provinceOf(code: RegionCode): RegionCode {
	return code.slice(0, 2);
}
