import type { Figure } from '$lib/model/figure';
import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { Question } from './question';

/** What was observed of an indicator in all provinces and regencies, by place and in the order of time. */
export function indicatorSeries(indicator: string): Question<Figure> {
	return {
		name: 'indicator_series',
		sql: `WITH ${chosenFigures("indicator::VARCHAR = ?::VARCHAR AND region_code::VARCHAR <> '00' AND value IS NOT NULL AND state::VARCHAR = 'published'")}
SELECT ${figureColumns('c')} FROM chosen c
ORDER BY c.region_code, c.period_start, c.period_end`,
		params: [indicator],
		read: (table) => readRows(table, readFigure)
	};
}
