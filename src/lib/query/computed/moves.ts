import { schemaName } from '$lib/engine/schema-name';
import { WAITING_BANDS, type WaitingBand } from '$lib/model/dimension';
import { REPORTING } from '$lib/model/lists';
import type { PlaceCode } from '$lib/model/place';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';
import { inWordList, wordList } from '../word-list';
import type { CountRow } from './counts';
import { REACH_RANK, reachWord } from './reach';

export interface MovesAsked {
	places: readonly PlaceCode[];
	/** First and last year; both are asked. */
	from: number;
	until: number;
	/** Steps up the ladder, `moved_assistance_group` and so on; the rows keep their order. */
	measures: readonly string[];
	/** Id under which the file that holds K5 of the places is attached, where it is another than the first. */
	file?: string;
}

/** People who moved up within a year, by how long they had waited; `*` for all of them. */
export interface MoveRow extends CountRow {
	year: number;
	waiting: WaitingBand;
}

/** Without both, nobody is known to have stood on one step and then on another. */
const LISTS = ['beneficiaries', 'activities'];

/**
 * Each move of each place and year in every waiting band, also where nothing is published. Only
 * published cells are read: the margin `*` is the extract's own, never a sum of the bands. A year is
 * as well reported as its worst month. By place, year, move and band.
 * @param extract id under which the extract's first file is attached, which knows who reported
 */
export function moves(
	extract: string,
	{ places, from, until, measures, file = extract }: MovesAsked
): Question<MoveRow> {
	const schema = schemaName(extract);
	const values = (count: number) => Array.from({ length: count }, () => '(?::INTEGER, ?::VARCHAR)');
	return {
		name: 'computed_moves',
		sql: `WITH place AS (
	SELECT DISTINCT region::VARCHAR AS region FROM ${schema}.reporting WHERE ${inWordList('region')}
),
span AS (
	SELECT DISTINCT year(month)::INTEGER AS year FROM ${schema}.reporting
	WHERE year(month) BETWEEN ?::INTEGER AND ?::INTEGER
),
move(nth, measure) AS (VALUES ${values(measures.length).join(', ')}),
band(nth, waiting) AS (VALUES ${values(WAITING_BANDS.length).join(', ')}),
told AS (
	SELECT region::VARCHAR AS region, year(month)::INTEGER AS year, list::VARCHAR AS list,
		max(${REACH_RANK}) AS rank
	FROM ${schema}.reporting GROUP BY ALL
),
reach AS (
	SELECT place.region, span.year, max(coalesce(told.rank, 2)) AS rank
	FROM place CROSS JOIN span CROSS JOIN (VALUES ${LISTS.map((list) => `('${list}')`).join(', ')}) AS needed(list)
	LEFT JOIN told ON told.region = place.region AND told.year = span.year AND told.list = needed.list
	GROUP BY ALL
),
cell AS (
	SELECT region::VARCHAR AS region, year::INTEGER AS year, measure::VARCHAR AS measure,
		waiting::VARCHAR AS waiting, pub
	FROM ${schemaName(file)}.k5
)
SELECT reach.region, reach.year, move.measure, band.waiting, cell.pub, ${reachWord('reach.rank')} AS reach
FROM reach CROSS JOIN move CROSS JOIN band
LEFT JOIN cell ON cell.region = reach.region AND cell.year = reach.year
	AND cell.measure = move.measure AND cell.waiting = band.waiting
ORDER BY reach.region, reach.year, move.nth, band.nth`,
		params: [
			wordList(places),
			from,
			until,
			...measures.flatMap((measure, nth) => [nth, measure]),
			...WAITING_BANDS.flatMap((waiting, nth) => [nth, waiting])
		],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				year: cells.count('year'),
				measure: cells.text('measure'),
				waiting: known(cells.text('waiting'), oneOf(WAITING_BANDS)),
				published: cells.number('pub'),
				reach: known(cells.text('reach'), oneOf(REPORTING))
			}))
	};
}
