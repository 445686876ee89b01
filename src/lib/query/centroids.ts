import type { RegionCode } from '$lib/model/region';
import { readRows } from './cells';
import type { Question } from './question';

/** The middle of a regency in degrees. */
export interface CentroidRow {
	region: RegionCode;
	lng: number;
	lat: number;
}

/** The middles of all regencies whose place is known, by code. */
export function centroids(): Question<CentroidRow> {
	return {
		name: 'centroids',
		sql: `SELECT code::VARCHAR AS code, lng, lat FROM published.region
WHERE level::VARCHAR = 'regency' AND lng IS NOT NULL AND lat IS NOT NULL
ORDER BY code`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('code'),
				lng: cells.count('lng'),
				lat: cells.count('lat')
			}))
	};
}
