import { REGION_KINDS, REGION_LEVELS, type RegionCode } from '$lib/model/region';
import { readRows } from './cells';
import { known, oneOf } from './figures';
import type { Question } from './question';
import type { Region } from '$lib/model/region';

/** Every region with its code in the BPS system: what a file's places are matched with. */
export function regionsWithCodes(): Question<Omit<Region, 'abbreviation'> & { bpsCode: string }> {
	return {
		name: 'regions_with_codes',
		sql: `SELECT code::VARCHAR AS code, level::VARCHAR AS level, kind::VARCHAR AS kind, name,
	province_code::VARCHAR AS province_code, coalesce(bps_code, '') AS bps_code
FROM published.region ORDER BY code`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				code: cells.text('code'),
				level: known(cells.text('level'), oneOf(REGION_LEVELS)),
				kind: known(cells.text('kind'), oneOf(REGION_KINDS)),
				name: cells.text('name'),
				provinceCode: cells.text('province_code'),
				bpsCode: cells.text('bps_code')
			}))
	};
}

/** Provinces that regencies belonged to before. */
export function formerProvinces(): Question<{ code: RegionCode; formerProvinceCode: RegionCode }> {
	return {
		name: 'former_provinces',
		sql: `SELECT code::VARCHAR AS code, former_province_code::VARCHAR AS former
FROM published.former_province ORDER BY code::VARCHAR, former_province_code::VARCHAR`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				code: cells.text('code'),
				formerProvinceCode: cells.text('former')
			}))
	};
}
