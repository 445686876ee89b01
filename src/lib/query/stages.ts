import { DISTRICT_STAGES } from '$lib/model/district-stages';
import { readRows } from './cells';
import type { StageRow } from './computed/stages';
import { known, oneOf } from './figures';
import type { Question } from './question';

/** A stage that a source states. */
export interface PublishedStage extends StageRow {
	sourceId: string;
}

/** Which district reached which stage when, as sources state it; by district and in the order of time. */
export function publishedStages(): Question<PublishedStage> {
	return {
		name: 'stages',
		sql: `SELECT region_code::VARCHAR AS region, stage, reached_on::VARCHAR AS reached_on,
	source_id::VARCHAR AS source_id
FROM published.stage ORDER BY region, reached_on, stage`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				stage: known(cells.text('stage'), oneOf(DISTRICT_STAGES)),
				reachedOn: cells.text('reached_on'),
				sourceId: cells.text('source_id')
			}))
	};
}
