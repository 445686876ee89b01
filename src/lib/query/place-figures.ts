import type { Figure } from '$lib/model/figure';
import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { Question } from './question';

/**
 * The newest figure of each indicator of every province and regency, by place and indicator. Targets
 * and projections are no figures of a place.
 */
export function placeFigures(): Question<Figure> {
	return {
		name: 'place_figures',
		sql: `WITH ${chosenFigures("region_code::VARCHAR <> '00' AND state::VARCHAR NOT IN ('target', 'projection')")},
newest AS (
	SELECT * FROM chosen
	QUALIFY row_number() OVER (
		PARTITION BY indicator, region_code ORDER BY period_end DESC, period_start, state) = 1
)
SELECT ${figureColumns('n')}
FROM newest n JOIN published.indicator i ON i.id::VARCHAR = n.indicator
ORDER BY n.region_code, i.rowid`,
		params: [],
		read: (table) => readRows(table, readFigure)
	};
}
