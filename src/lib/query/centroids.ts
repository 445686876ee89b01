import type { RegionCode, RegionLevel } from '$lib/model/region';
import { readRows } from './cells';
import type { Question } from './question';

/** The middle of a regency or a province in degrees. */
export interface CentroidRow {
	region: RegionCode;
	lng: number;
	lat: number;
}

/** The middles of all regencies, or provinces, whose place is known, by code. */
export function centroids(level: RegionLevel = 'regency'): Question<CentroidRow> {
	return {
		name: 'centroids',
		sql: `SELECT code::VARCHAR AS code, lng, lat FROM published.region
WHERE level::VARCHAR = ?::VARCHAR AND lng IS NOT NULL AND lat IS NOT NULL
ORDER BY code`,
		params: [level],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('code'),
				lng: cells.count('lng'),
				lat: cells.count('lat')
			}))
	};
}
