import type { Cells } from './cells';

/** What a table, a tile or a tooltip says of a region. */
export interface RegionCell {
	regionName: string;
	abbreviation: string;
	provinceCode: string;
	/** Place in the tile map; null for nation and provinces. */
	x: number | null;
	y: number | null;
}

export const REGION_CELL = 'a.name, a.abbreviation, a.province_code, a.x, a.y';

export function readRegionCell(cells: Cells): RegionCell {
	return {
		regionName: cells.text('name'),
		abbreviation: cells.text('abbreviation'),
		provinceCode: cells.text('province_code'),
		x: cells.number('x'),
		y: cells.number('y')
	};
}
