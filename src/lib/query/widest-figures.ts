import type { Figure } from '$lib/model/figure';
import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { Question } from './question';

/**
 * The values of an indicator in all regencies, for the one period that has most of them (the newest
 * of equals): only figures of one period may be put in order.
 */
export function widestFigures(indicator: string): Question<Figure> {
	return {
		name: 'widest_figures',
		sql: `WITH ${chosenFigures("indicator::VARCHAR = ?::VARCHAR AND region_code::VARCHAR LIKE '__.__' AND value IS NOT NULL AND state::VARCHAR IN ('published', 'computed')")},
widest AS (
	SELECT period_start, period_end FROM chosen GROUP BY ALL
	ORDER BY count(*) DESC, period_end DESC, period_start LIMIT 1
)
SELECT ${figureColumns('c')}
FROM chosen c JOIN widest USING (period_start, period_end)
ORDER BY c.region_code`,
		params: [indicator],
		read: (table) => readRows(table, readFigure)
	};
}
