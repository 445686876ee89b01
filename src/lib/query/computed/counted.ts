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
import { eachRow } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';
import { inWordList, wordList } from '../word-list';
import type { CountAsked, CountRow } from './counts';
import { type PlacesAsked, heldParts } from './places-asked';
import { Told, withReports } from './told';

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
	const yearly = cube === 'k4';
	const start = yearly ? 'make_date(year::INTEGER, 1, 1)' : 'month';
	const reported = { extract, places: asked.places, from: asked.from, until: asked.until, yearly };
	const wanted = columns.map((column) => columnSql(column, dimensions, group));
	const cells = heldParts(asked.places, asked.file ?? extract).map(({ file, place }) => ({
		sql: `SELECT 'cell' AS what, region::VARCHAR AS region, (${start})::VARCHAR AS start,
	measure::VARCHAR AS name, ${ALL.map((one) => (columns.includes(one) ? `${one}::VARCHAR AS ${one}` : `'${MARGIN}' AS ${one}`)).join(', ')},
	pub::BIGINT AS pub
FROM ${schemaName(file)}.${cube}
WHERE ${[place.sql, `${start} BETWEEN ?::DATE AND ?::DATE`, inWordList('measure'), ...wanted.map(({ sql }) => sql)].join(' AND ')}`,
		params: [
			...place.params,
			asked.from,
			asked.until,
			wordList(counts.map(({ measure }) => measure)),
			...wanted.flatMap(({ params }) => params)
		]
	}));
	return {
		name: 'computed_counted',
		...withReports(cells, reported),
		read: (...tables) => {
			const reports = new Told(reported);
			const published = new Map<string, number | null>();
			eachRow(tables, (cell) => {
				if (reports.take(cell)) return;
				const key = ['region', 'start', ...ALL, 'name']
					.map((column) => cell.text(column))
					.join('|');
				published.set(key, cell.number('pub'));
			});
			const groups = groupRows(dimensions, group);
			return reports.times.flatMap(({ region, start }) => {
				const reaches = counts.map(({ lists }) => reports.reach(region, start, lists));
				const rows = groups.flatMap(({ decile, sex, age }) =>
					counts.map(({ measure }, nth): CountedRow => ({
						...{ region, start, decile, sex, age, measure },
						published: published.get([region, start, decile, sex, age, measure].join('|')) ?? null,
						reach: reaches[nth] ?? 'not_received'
					}))
				);
				const told = new Set(rows.flatMap((row) => (row.published === null ? [] : row.measure)));
				return rows.map((row) => ({ ...row, partly: told.has(row.measure) }));
			});
		}
	};
}

/** The rows of a column that are asked for: one value, every value but the margin, or the margin. */
function columnSql(
	dimension: RateDimension,
	dimensions: readonly RateDimension[],
	group: Readonly<Partial<Record<RateDimension, string>>>
): { sql: string; params: SqlValue[] } {
	if (dimensions.includes(dimension))
		return { sql: `${dimension}::VARCHAR <> '${MARGIN}'`, params: [] };
	const value = group[dimension] ?? MARGIN;
	return { sql: `${dimension}::VARCHAR = ?::VARCHAR`, params: [value] };
}

/** Every group that is asked for, by decile, sex and age: also those that no cell holds. */
function groupRows(
	dimensions: readonly RateDimension[],
	group: Readonly<Partial<Record<RateDimension, string>>>
): Pick<CountedRow, RateDimension>[] {
	const values = <Value extends string>(dimension: RateDimension, all: readonly Value[]) =>
		dimensions.includes(dimension)
			? all.filter((value) => value !== MARGIN)
			: [known(group[dimension] ?? MARGIN, oneOf(all))];
	return values('decile', GROUPS.decile).flatMap((decile) =>
		values('sex', GROUPS.sex).flatMap((sex) =>
			values('age', GROUPS.age).map((age) => ({ decile, sex, age }))
		)
	);
}
