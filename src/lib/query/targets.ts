import { isCertainty, type Certainty } from '$lib/model/certainty';
import type { RegionCode } from '$lib/model/region';
import { readRows } from './cells';
import { known, oneOf } from './figures';
import type { Question } from './question';

/** What is to be reached, by when, and who says so. */
export interface TargetRow {
	indicator: string;
	region: RegionCode;
	programme: string;
	/** ISO date. */
	date: string;
	/** In the unit of the indicator. */
	value: number;
	/** The way that the indicator's definition calls better. */
	direction: 'at_least' | 'at_most';
	sourceId: string;
	certainty: Certainty;
}

/** All targets, the latest date of an indicator last. */
export function targets(): Question<TargetRow> {
	return {
		name: 'targets',
		sql: `SELECT t.indicator::VARCHAR AS indicator, t.region_code::VARCHAR AS region_code,
	t.programme::VARCHAR AS programme, t.date::VARCHAR AS date, t.value,
	CASE i.direction::VARCHAR WHEN 'down' THEN 'at_most' ELSE 'at_least' END AS direction,
	t.source_id::VARCHAR AS source_id, t.certainty
FROM published.target t JOIN published.indicator i ON i.id = t.indicator
ORDER BY t.indicator::VARCHAR, t.region_code::VARCHAR, t.date`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				indicator: cells.text('indicator'),
				region: cells.text('region_code'),
				programme: cells.text('programme'),
				date: cells.text('date'),
				value: cells.count('value'),
				direction: known(cells.text('direction'), oneOf(['at_least', 'at_most'])),
				sourceId: cells.text('source_id'),
				certainty: known(cells.text('certainty'), isCertainty)
			}))
	};
}
