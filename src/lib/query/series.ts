import type { Figure } from '$lib/model/figure';
import type { RegionCode } from '$lib/model/region';
import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { Question } from './question';
import { inWordList, wordList } from './word-list';

export interface SeriesRow extends Figure {
	regionName: string;
}

/** Figures of indicators for regions over time: by indicator, then region, then period. */
export function series(asked: {
	indicators: readonly string[];
	regions: readonly RegionCode[];
}): Question<SeriesRow> {
	return {
		name: 'series',
		sql: `WITH ${chosenFigures(`${inWordList('indicator')} AND ${inWordList('region_code')}`)}
SELECT ${figureColumns('c')}, r.name
FROM chosen c JOIN published.region r ON r.code::VARCHAR = c.region_code
ORDER BY c.indicator, c.region_code, c.period_start, c.period_end, c.state`,
		params: [wordList(asked.indicators), wordList(asked.regions)],
		read: (table) =>
			readRows(table, (cells) => ({ ...readFigure(cells), regionName: cells.text('name') }))
	};
}
