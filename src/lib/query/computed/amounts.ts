import { schemaName } from '$lib/engine/schema-name';
import { DECILES, type Decile, MARGIN } from '$lib/model/dimension';
import { REPORTING } from '$lib/model/lists';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';
import { inWordList, wordList } from '../word-list';
import type { CountAsked, CountRow } from './counts';
import { REACH_RANK, reachWord } from './reach';

/** Cubes with rupiah beside the people. */
export type AmountCube = 'k1' | 'k2' | 'k4';

export interface AmountsAsked {
	/** By month: k1 without deciles, k2 with them; by year: k4, which has the margin as well. */
	cube: AmountCube;
	/** `*` for all people together. */
	deciles: readonly Decile[];
	/** One value of each: only k4 tells them apart. */
	sex?: string;
	age?: string;
	/** First and last month, or year, by their first days; both ends are asked. */
	from: string;
	until: string;
	regions: readonly string[];
	/** A measure that rupiah belong to. */
	amount: CountAsked;
	/** Id under which the file that holds the cube is attached, where it is another than the first. */
	file?: string;
}

/** People and the rupiah that belong to them, as published. */
export interface AmountRow extends CountRow {
	/** First day of the month, or of the year. */
	start: string;
	decile: Decile;
	/** Null where the people are not published, or too few or one alone stand behind the sum (R5). */
	rupiah: number | null;
}

/**
 * Rupiah of a measure by place, period and decile, also where nothing is published: whether the lists
 * had come tells what is withheld from what is late. Only published cells are read, and nothing is
 * added up. In the order of place, period and decile.
 * @param extract id under which the extract's first file is attached, which knows who reported
 * @throws RangeError where the cube has not the groups
 */
export function amounts(extract: string, asked: AmountsAsked): Question<AmountRow> {
	const { cube, deciles, amount } = asked;
	const margins = deciles.filter((decile) => decile === MARGIN).length;
	const { sex = MARGIN, age = MARGIN } = asked;
	if ((cube === 'k1' && margins < deciles.length) || (cube === 'k2' && margins > 0))
		throw new RangeError(`cube ${cube} has not the deciles ${deciles.join(', ')}`);
	if (cube !== 'k4' && (sex !== MARGIN || age !== MARGIN))
		throw new RangeError(`cube ${cube} has no rupiah by sex or age`);
	const schema = schemaName(extract);
	const holder = schemaName(asked.file ?? extract);
	const yearly = cube === 'k4';
	// Not date_trunc: compared with a day, DuckDB 1.4.3 lets the first of January after it through.
	const month = yearly ? 'make_date(year(month)::INTEGER, 1, 1)' : 'month';
	const others = yearly ? `AND sex::VARCHAR = ?::VARCHAR AND age::VARCHAR = ?::VARCHAR` : '';
	return {
		name: 'computed_amounts',
		sql: `WITH place AS (
	SELECT DISTINCT region::VARCHAR AS region FROM ${schema}.reporting WHERE ${inWordList('region')}
),
span AS (
	SELECT DISTINCT ${month} AS start FROM ${schema}.reporting
	WHERE ${month} BETWEEN ?::DATE AND ?::DATE
),
grp(nth, decile) AS (VALUES ${deciles.map(() => '(?::INTEGER, ?::VARCHAR)').join(', ')}),
needed(list) AS (VALUES ${amount.lists.map(() => '(?::VARCHAR)').join(', ')}),
told AS (
	SELECT region::VARCHAR AS region, list::VARCHAR AS list, ${month} AS start,
		max(${REACH_RANK}) AS worst
	FROM ${schema}.reporting GROUP BY ALL
),
reach AS (
	SELECT place.region, span.start, max(coalesce(told.worst, 2)) AS worst
	FROM place CROSS JOIN span CROSS JOIN needed
	LEFT JOIN told ON told.region = place.region AND told.list = needed.list
		AND told.start = span.start
	GROUP BY ALL
),
cell AS (
	SELECT region::VARCHAR AS region, ${yearly ? 'make_date(year::INTEGER, 1, 1)' : 'month'} AS start,
		${cube === 'k1' ? `'${MARGIN}'` : 'decile::VARCHAR'} AS decile, pub, rupiah
	FROM ${holder}.${cube} WHERE measure::VARCHAR = ?::VARCHAR ${others}
)
SELECT reach.region, reach.start::VARCHAR AS start, grp.decile, cell.pub, cell.rupiah,
	${reachWord('worst')} AS reach
FROM reach CROSS JOIN grp
LEFT JOIN cell ON cell.region = reach.region AND cell.start = reach.start
	AND cell.decile = grp.decile
ORDER BY reach.region, reach.start, grp.nth`,
		params: [
			wordList(asked.regions),
			asked.from,
			asked.until,
			...deciles.flatMap((decile, nth) => [nth, decile]),
			...amount.lists,
			amount.measure,
			...(yearly ? [sex, age] : [])
		],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				start: cells.text('start'),
				decile: known(cells.text('decile'), oneOf(DECILES)),
				measure: amount.measure,
				published: cells.number('pub'),
				rupiah: cells.number('rupiah'),
				reach: known(cells.text('reach'), oneOf(REPORTING))
			}))
	};
}
