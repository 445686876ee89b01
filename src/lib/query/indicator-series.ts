import type { Figure } from '$lib/model/figure';
import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { RegionCode } from '$lib/model/region';
import type { Question } from './question';
import { inWordList, wordList } from './word-list';

/**
 * What was observed of an indicator in provinces and regencies, by place and in the order of time.
 * @param places all of them where none are named
 */
export function indicatorSeries(
	indicator: string,
	places?: readonly RegionCode[]
): Question<Figure> {
	const among = places ? ` AND ${inWordList('region_code')}` : '';
	return {
		name: 'indicator_series',
		sql: `WITH ${chosenFigures(`indicator::VARCHAR = ?::VARCHAR AND region_code::VARCHAR <> '00' AND value IS NOT NULL AND state::VARCHAR = 'published'${among}`)}
SELECT ${figureColumns('c')} FROM chosen c
ORDER BY c.region_code, c.period_start, c.period_end`,
		params: [indicator, ...(places ? [wordList(places)] : [])],
		read: (table) => readRows(table, readFigure)
	};
}
