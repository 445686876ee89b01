import {
	ISLAND_GROUPS,
	REGION_KINDS,
	REGION_LEVELS,
	type IslandGroup,
	type Region
} from '$lib/model/region';
import { readRows } from './cells';
import { known, oneOf } from './figures';
import type { Question } from './question';

export interface RegionRow extends Region {
	population: number | null;
	/** Of its name, its population and its area. */
	sourceId: string;
	/** Null for the nation. */
	islandGroup: IslandGroup | null;
	x: number | null;
	y: number | null;
}

/** All regions by code, the nation first, with their tiles. */
export function regions(): Question<RegionRow> {
	return {
		name: 'regions',
		sql: `SELECT r.code::VARCHAR AS code, r.level::VARCHAR AS level, r.kind::VARCHAR AS kind, r.name,
	r.abbreviation, r.province_code::VARCHAR AS province_code, r.population,
	r.source_id::VARCHAR AS source_id, r.island_group::VARCHAR AS island_group, t.x, t.y
FROM published.region r LEFT JOIN published.tile t ON t.region_code = r.code
ORDER BY r.code`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => {
				const group = cells.text('island_group');
				return {
					code: cells.text('code'),
					level: known(cells.text('level'), oneOf(REGION_LEVELS)),
					kind: known(cells.text('kind'), oneOf(REGION_KINDS)),
					name: cells.text('name'),
					abbreviation: cells.text('abbreviation'),
					provinceCode: cells.text('province_code'),
					population: cells.number('population'),
					sourceId: cells.text('source_id'),
					islandGroup: group === '' ? null : known(group, oneOf(ISLAND_GROUPS)),
					x: cells.number('x'),
					y: cells.number('y')
				};
			})
	};
}
