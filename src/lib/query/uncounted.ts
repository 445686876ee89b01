import type { Figure } from '$lib/model/figure';
import { readRows } from './cells';
import { STORED_FIGURE, readFigure } from './figures';
import type { Question } from './question';

/** What sources say that nobody has counted, then what they know and do not say. */
export function uncounted(): Question<Figure> {
	return {
		name: 'uncounted',
		sql: `SELECT ${STORED_FIGURE} FROM published.figure
WHERE state::VARCHAR IN ('not_counted', 'not_published')
ORDER BY state::VARCHAR, period_start DESC, indicator::VARCHAR, region_code::VARCHAR`,
		params: [],
		read: (table) => readRows(table, readFigure)
	};
}
