import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { Question } from './question';
import type { SeriesRow } from './series';

/** An indicator stated for more places than this is a table, not a headline. */
export const MOST_PLACES = 3;

/** The newest figure of each indicator of a programme that is stated for a few places only. */
export function programmeFigures(programme: string): Question<SeriesRow> {
	const where = `indicator IN (
		SELECT id FROM published.indicator WHERE programme::VARCHAR = ?::VARCHAR)`;
	return {
		name: 'programme_figures',
		sql: `WITH ${chosenFigures(where)},
few AS (
	SELECT indicator FROM chosen GROUP BY indicator
	HAVING count(DISTINCT region_code) <= ${MOST_PLACES}
),
newest AS (
	SELECT * FROM chosen WHERE indicator IN (SELECT indicator FROM few)
	QUALIFY row_number() OVER (
		PARTITION BY indicator, region_code ORDER BY period_end DESC, period_start, state) = 1
)
SELECT ${figureColumns('n')}, r.name
FROM newest n
JOIN published.region r ON r.code::VARCHAR = n.region_code
JOIN published.indicator i ON i.id::VARCHAR = n.indicator
ORDER BY i.rowid, n.region_code`,
		params: [programme],
		read: (table) =>
			readRows(table, (cells) => ({ ...readFigure(cells), regionName: cells.text('name') }))
	};
}
