import type { Figure } from '$lib/model/figure';
import type { Locale } from '$lib/model/locale';
import { readRows } from './cells';
import { STORED_FIGURE, readFigure } from './figures';
import { localized } from './localized';
import type { Question } from './question';

export interface SourceFigure extends Figure {
	regionName: string;
	indicatorName: string;
}

/** What a source says: every figure that rests on it, also those that another source states better. */
export function sourceFigures(source: string, locale: Locale): Question<SourceFigure> {
	return {
		name: 'source_figures',
		sql: `WITH stated AS (
	SELECT ${STORED_FIGURE} FROM published.figure WHERE source_id::VARCHAR = ?::VARCHAR
),
named AS (
	SELECT id::VARCHAR AS id, ${localized('name', locale)} FROM published.indicator
)
SELECT s.*, r.name AS region_name, n.name AS indicator_name
FROM stated s
JOIN published.region r ON r.code::VARCHAR = s.region_code
JOIN named n ON n.id = s.indicator
ORDER BY s.indicator, s.region_code, s.period_start, s.period_end, s.state, s.value`,
		params: [source],
		read: (table) =>
			readRows(table, (cells) => ({
				...readFigure(cells),
				regionName: cells.text('region_name'),
				indicatorName: cells.text('indicator_name')
			}))
	};
}
