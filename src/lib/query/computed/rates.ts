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
import { type Cells, readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';
import { inWordList, wordList } from '../word-list';
import type { CountAsked, CountRow } from './counts';

/** What rates may be told apart by, and the values of each but its margin. */
const GROUPS = { decile: DECILES, sex: SEXES, age: AGE_BANDS } as const;
export type RateDimension = keyof typeof GROUPS;
const ALL = ['decile', 'sex', 'age'] as const satisfies readonly RateDimension[];

/** Cubes of rates, and the columns that each has beside place, time and measure. */
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

export interface RatesAsked {
	/** The cube that holds the dimensions for the period, as the rules of protection name it. */
	cube: RateCube;
	dimensions: readonly RateDimension[];
	/** First and last month by their first days, or year; both ends are asked. */
	from: string;
	until: string;
	places: PlacesAsked;
	part: CountAsked;
	whole: CountAsked;
	/** Id under which the file that holds the cube is attached, where it is another than the first. */
	file?: string;
}

/** Published counts of a part and its whole; `*` stands where a dimension was not asked. */
export interface RateRow {
	region: string;
	/** First day of the month, or of the year. */
	start: string;
	decile: Decile;
	sex: Sex;
	age: AgeBand;
	part: CountRow;
	whole: CountRow;
}

const LEVELS: Readonly<Record<RegionLevel | 'list', string>> = {
	nation: '00',
	province: '__',
	regency: '__.__',
	list: 'list:%'
};

/**
 * The two counts of a rate, of each place, period and group, also where nothing is published: whether
 * the lists had come tells what is withheld from what is late. Only published cells are read, and
 * nothing is added up. In the order of place, period and group.
 * @param extract id under which the extract's first file is attached, which knows who reported
 * @throws RangeError where the cube has not the dimensions
 */
export function rates(extract: string, asked: RatesAsked): Question<RateRow> {
	const { cube, dimensions, part, whole } = asked;
	const columns: readonly RateDimension[] = COLUMNS[cube];
	if (dimensions.some((dimension) => !columns.includes(dimension)))
		throw new RangeError(`cube ${cube} is not by ${dimensions.join(', ')}`);
	const schema = schemaName(extract);
	const holder = schemaName(asked.file ?? extract);
	const yearly = cube === 'k4';
	const at = yearly ? 'make_date(year::INTEGER, 1, 1)' : 'month';
	const month = yearly ? `date_trunc('year', month)::DATE` : 'month';
	const groups = groupRows(dimensions);
	const lists = [part, whole].flatMap((one) => one.lists.map((list) => [one.measure, list]));
	const place = placesSql(asked.places);
	const cell = (name: string) => `LEFT JOIN cell ${name} ON ${name}.region = place.region
	AND ${name}.start = span.start AND ${name}.measure = ?::VARCHAR
	AND ${ALL.map((dimension) => `${name}.${dimension} = grp.${dimension}`).join(' AND ')}`;
	const reach = (name: string) => `JOIN reach ${name} ON ${name}.region = place.region
	AND ${name}.start = span.start AND ${name}.measure = ?::VARCHAR`;
	const state = (name: string) =>
		`CASE ${name}.worst WHEN 0 THEN 'received' WHEN 1 THEN 'late' ELSE 'not_received' END`;
	return {
		name: 'computed_rates',
		sql: `WITH place AS (
	SELECT DISTINCT region::VARCHAR AS region FROM ${schema}.reporting WHERE ${place.sql}
),
span AS (
	SELECT DISTINCT ${month} AS start FROM ${schema}.reporting
	WHERE ${month} BETWEEN ?::DATE AND ?::DATE
),
grp(nth, decile, sex, age) AS (VALUES ${groups.map(() => '(?::INTEGER, ?::VARCHAR, ?::VARCHAR, ?::VARCHAR)').join(', ')}),
needed(measure, list) AS (VALUES ${lists.map(() => '(?::VARCHAR, ?::VARCHAR)').join(', ')}),
told AS (
	SELECT region::VARCHAR AS region, list::VARCHAR AS list, ${month} AS start,
		max(CASE state::VARCHAR WHEN 'received' THEN 0 WHEN 'late' THEN 1 ELSE 2 END) AS worst
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
	FROM ${holder}.${cube} WHERE measure::VARCHAR IN (?::VARCHAR, ?::VARCHAR)
)
SELECT place.region, span.start::VARCHAR AS start, grp.decile, grp.sex, grp.age,
	p.pub AS part, w.pub AS whole, ${state('pr')} AS part_reach, ${state('wr')} AS whole_reach
FROM place CROSS JOIN span CROSS JOIN grp
${reach('pr')}
${reach('wr')}
${cell('p')}
${cell('w')}
ORDER BY place.region, span.start, grp.nth`,
		params: [
			...place.params,
			asked.from,
			asked.until,
			...groups.flatMap((group, nth) => [nth, ...group]),
			...lists.flat(),
			part.measure,
			whole.measure,
			part.measure,
			whole.measure,
			part.measure,
			whole.measure
		],
		read: (table) => readRows(table, (cells) => readRate(cells, part.measure, whole.measure))
	};
}

function columnSql(dimension: RateDimension, columns: readonly RateDimension[]): string {
	const value = columns.includes(dimension) ? `${dimension}::VARCHAR` : `'${MARGIN}'`;
	return `${value} AS ${dimension}`;
}

/** Every group that is asked for, by decile, sex and age: also those that no cell holds. */
function groupRows(dimensions: readonly RateDimension[]): string[][] {
	return ALL.reduce<string[][]>(
		(rows, dimension) => {
			const values = dimensions.includes(dimension)
				? GROUPS[dimension].filter((value) => value !== MARGIN)
				: [MARGIN];
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

function readRate(cells: Cells, part: string, whole: string): RateRow {
	const region = cells.text('region');
	const count = (measure: string, name: 'part' | 'whole'): CountRow => ({
		region,
		measure,
		published: cells.number(name),
		reach: known(cells.text(`${name}_reach`), oneOf(REPORTING))
	});
	return {
		region,
		start: cells.text('start'),
		decile: known(cells.text('decile'), oneOf(DECILES)),
		sex: known(cells.text('sex'), oneOf(SEXES)),
		age: known(cells.text('age'), oneOf(AGE_BANDS)),
		part: count(part, 'part'),
		whole: count(whole, 'whole')
	};
}
