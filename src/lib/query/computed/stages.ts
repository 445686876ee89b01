import { schemaName } from '$lib/engine/schema-name';
import { DISTRICT_STAGES, type DistrictStage } from '$lib/model/district-stages';
import type { RegionCode } from '$lib/model/region';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';

/** A stage that a district has reached. One that it has not, or of which nothing is known, has no row. */
export interface StageRow {
	region: RegionCode;
	stage: DistrictStage;
	/** ISO date. */
	reachedOn: string;
}

/**
 * Which district reached which stage when, by district and in the order of time.
 * @param extract id under which the extract is attached
 */
export function stages(extract: string): Question<StageRow> {
	return {
		name: 'computed_stages',
		sql: `SELECT region::VARCHAR AS region, stage::VARCHAR AS stage, reached_on::VARCHAR AS reached_on
FROM ${schemaName(extract)}.stage
WHERE reached_on IS NOT NULL
ORDER BY region::VARCHAR, reached_on, stage::VARCHAR`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				stage: known(cells.text('stage'), oneOf(DISTRICT_STAGES)),
				reachedOn: cells.text('reached_on')
			}))
	};
}
