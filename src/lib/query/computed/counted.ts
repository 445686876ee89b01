import type { SqlValue } from '$lib/engine/engine';
import { schemaName } from '$lib/engine/schema-name';
import {
	AGE_BANDS,
	type AgeBand,
	DECILES,
	type Decile,
	MARGIN,
	SEXES,
	type Sex
} from '$lib/model/dimension';
import { REPORTING } from '$lib/model/lists';
import type { RegionLevel } from '$lib/model/region';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';
import { inWordList, wordList } from '../word-list';
import type { CountAsked, CountRow } from './counts';
import { REACH_RANK, reachWord } from './reach';

/** What counts may be told apart by, and the values of each but its margin. */
const GROUPS = { decile: DECILES, sex: SEXES, age: AGE_BANDS } as const;
export type RateDimension = keyof typeof GROUPS;
const ALL = ['decile', 'sex', 'age'] as const satisfies readonly RateDimension[];

/** Cubes of counts, and the columns that each has beside place, time and measure. */
const COLUMNS = {
	k1: [],
	k2: ['decile'],
	k3: ['sex', 'age'],
	k4: ['decile', 'sex', 'age']
} as const satisfies Record<string, readonly RateDimension[]>;
export type RateCube = keyof typeof COLUMNS;

/** Which places: those of a level (of one province, where it is said), or these. */
export type PlacesAsked =
	{ level: RegionLevel | 'list'; within?: string | null } | { regions: readonly string[] };

/** What is asked of which places, when, and of whom. */
export interface CellsAsked {
	/** The cube that holds the dimensions for the period, as the rules of protection name it. */
	cube: RateCube;
	/** Told apart by each value of these. */
	dimensions: readonly RateDimension[];
	/** One value of others: only people of it are counted. */
	group?: Readonly<Partial<Record<RateDimension, string>>>;
	/** First and last month by their first days, or year; both ends are asked. */
	from: string;
	until: string;
	places: PlacesAsked;
	/** Id under which the file that holds the cube is attached, where it is another than the first. */
	file?: string;
}

/** A published count; `*` stands where a dimension was not asked. */
export interface CountedRow extends CountRow {
	/** First day of the month, or of the year. */
	start: string;
	decile: Decile;
	sex: Sex;
	age: AgeBand;
}

const LEVELS: Readonly<Record<RegionLevel | 'list', string>> = {
	nation: '00',
	province: '__',
	regency: '__.__',
	list: 'list:%'
};

/**
 * Counts of each place, period, group and measure, also where nothing is published: whether the lists
 * had come tells what is withheld from what is late. Only published cells are read, and nothing is
 * added up. In the order of place, period, group, and of the measures as they were asked.
 * @param extract id under which the extract's first file is attached, which knows who reported
 * @throws RangeError where the cube has not the dimensions
 */
export function counted(
	extract: string,
	asked: CellsAsked & { counts: readonly CountAsked[] }
): Question<CountedRow> {
	const { cube, dimensions, group = {}, counts } = asked;
	const columns: readonly RateDimension[] = COLUMNS[cube];
	const used = ALL.filter((one) => dimensions.includes(one) || group[one] !== undefined);
	if (used.some((dimension) => !columns.includes(dimension)))
		throw new RangeError(`cube ${cube} is not by ${used.join(', ')}`);
	const schema = schemaName(extract);
	const holder = schemaName(asked.file ?? extract);
	const yearly = cube === 'k4';
	const at = yearly ? 'make_date(year::INTEGER, 1, 1)' : 'month';
	// Not date_trunc: compared with a day, DuckDB 1.4.3 lets the first of January after it through.
	const month = yearly ? 'make_date(year(month)::INTEGER, 1, 1)' : 'month';
	const groups = groupRows(dimensions, group);
	const lists = counts.flatMap((one) => one.lists.map((list) => [one.measure, list]));
	const place = placesSql(asked.places);
	return {
		name: 'computed_counted',
		sql: `WITH place AS (
	SELECT DISTINCT region::VARCHAR AS region FROM ${schema}.reporting WHERE ${place.sql}
),
span AS (
	SELECT DISTINCT ${month} AS start FROM ${schema}.reporting
	WHERE ${month} BETWEEN ?::DATE AND ?::DATE
),
grp(nth, decile, sex, age) AS (VALUES ${groups.map(() => '(?::INTEGER, ?::VARCHAR, ?::VARCHAR, ?::VARCHAR)').join(', ')}),
wanted(nth, measure) AS (VALUES ${counts.map(() => '(?::INTEGER, ?::VARCHAR)').join(', ')}),
needed(measure, list) AS (VALUES ${lists.map(() => '(?::VARCHAR, ?::VARCHAR)').join(', ')}),
told AS (
	SELECT region::VARCHAR AS region, list::VARCHAR AS list, ${month} AS start,
		max(${REACH_RANK}) AS worst
	FROM ${schema}.reporting GROUP BY ALL
),
reach AS (
	SELECT place.region, span.start, needed.measure, max(coalesce(told.worst, 2)) AS worst
	FROM place CROSS JOIN span CROSS JOIN needed
	LEFT JOIN told ON told.region = place.region AND told.list = needed.list
		AND told.start = span.start
	GROUP BY ALL
),
cell AS (
	SELECT region::VARCHAR AS region, ${at} AS start, measure::VARCHAR AS measure,
		${ALL.map((dimension) => columnSql(dimension, columns)).join(', ')}, pub
	FROM ${holder}.${cube} WHERE ${inWordList('measure')}
)
SELECT place.region, span.start::VARCHAR AS start, grp.decile, grp.sex, grp.age, wanted.measure, cell.pub,
	${reachWord('reach.worst')} AS reach
FROM place CROSS JOIN span CROSS JOIN grp CROSS JOIN wanted
JOIN reach ON reach.region = place.region AND reach.start = span.start
	AND reach.measure = wanted.measure
LEFT JOIN cell ON cell.region = place.region AND cell.start = span.start
	AND cell.measure = wanted.measure
	AND ${ALL.map((dimension) => `cell.${dimension} = grp.${dimension}`).join(' AND ')}
ORDER BY place.region, span.start, grp.nth, wanted.nth`,
		params: [
			...place.params,
			asked.from,
			asked.until,
			...groups.flatMap((values, nth) => [nth, ...values]),
			...counts.flatMap(({ measure }, nth) => [nth, measure]),
			...lists.flat(),
			wordList(counts.map(({ measure }) => measure))
		],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				start: cells.text('start'),
				decile: known(cells.text('decile'), oneOf(DECILES)),
				sex: known(cells.text('sex'), oneOf(SEXES)),
				age: known(cells.text('age'), oneOf(AGE_BANDS)),
				measure: cells.text('measure'),
				published: cells.number('pub'),
				reach: known(cells.text('reach'), oneOf(REPORTING))
			}))
	};
}

function columnSql(dimension: RateDimension, columns: readonly RateDimension[]): string {
	const value = columns.includes(dimension) ? `${dimension}::VARCHAR` : `'${MARGIN}'`;
	return `${value} AS ${dimension}`;
}

/** Every group that is asked for, by decile, sex and age: also those that no cell holds. */
function groupRows(
	dimensions: readonly RateDimension[],
	group: Readonly<Partial<Record<RateDimension, string>>>
): string[][] {
	return ALL.reduce<string[][]>(
		(rows, dimension) => {
			const one = group[dimension];
			const values = dimensions.includes(dimension)
				? GROUPS[dimension].filter((value) => value !== MARGIN)
				: [one ?? MARGIN];
			return rows.flatMap((row) => values.map((value) => [...row, value]));
		},
		[[]]
	);
}

function placesSql(places: PlacesAsked): { sql: string; params: SqlValue[] } {
	if ('regions' in places) return { sql: inWordList('region'), params: [wordList(places.regions)] };
	const { level, within = null } = places;
	return {
		sql: `region::VARCHAR LIKE ?::VARCHAR AND (?::VARCHAR = 'nation' OR region::VARCHAR <> '00')
		AND (?::VARCHAR IS NULL OR left(region::VARCHAR, 2) = ?::VARCHAR)`,
		params: [LEVELS[level], level, within, within]
	};
}
