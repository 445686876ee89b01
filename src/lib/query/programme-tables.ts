import type { Period } from '$lib/model/period';
import { readRows } from './cells';
import { MOST_PLACES } from './programme-figures';
import type { Question } from './question';

/** The figures of a programme that are stated region by region. */
export interface ProgrammeTable {
	figures: number;
	first: Period;
	last: Period;
}

/** How many figures a programme has in tables of regions, and for which time; no row where none. */
export function programmeTables(programme: string): Question<ProgrammeTable> {
	return {
		name: 'programme_tables',
		sql: `WITH wide AS (
	SELECT indicator FROM published.figure
	WHERE indicator IN (SELECT id FROM published.indicator WHERE programme::VARCHAR = ?::VARCHAR)
	GROUP BY indicator HAVING count(DISTINCT region_code) > ${MOST_PLACES}
)
SELECT count(value)::INTEGER AS figures,
	min(period_start)::VARCHAR AS first_start, arg_min(period_end, period_start)::VARCHAR AS first_end,
	arg_max(period_start, period_end)::VARCHAR AS last_start, max(period_end)::VARCHAR AS last_end
FROM published.figure WHERE indicator IN (SELECT indicator FROM wide)
HAVING count(value) > 0`,
		params: [programme],
		read: (table) =>
			readRows(table, (cells) => ({
				figures: cells.count('figures'),
				first: { start: cells.text('first_start'), end: cells.text('first_end') },
				last: { start: cells.text('last_start'), end: cells.text('last_end') }
			}))
	};
}
