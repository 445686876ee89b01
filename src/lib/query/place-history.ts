import type { Figure } from '$lib/model/figure';
import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { Question } from './question';

/**
 * All figures of every province and regency, of all periods, by place, indicator and time. Targets and
 * projections are no figures of a place.
 */
export function placeHistory(): Question<Figure> {
	return {
		name: 'place_history',
		sql: `WITH ${chosenFigures("region_code::VARCHAR <> '00' AND state::VARCHAR NOT IN ('target', 'projection')")}
SELECT ${figureColumns('c')}
FROM chosen c JOIN published.indicator i ON i.id::VARCHAR = c.indicator
ORDER BY c.region_code, i.rowid, c.period_start, c.period_end, c.state`,
		params: [],
		read: (table) => readRows(table, readFigure)
	};
}
