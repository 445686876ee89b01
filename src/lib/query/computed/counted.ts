import {
	AGE_BANDS,
	type AgeBand,
	DECILES,
	type Decile,
	MARGIN,
	SEXES,
	type Sex
} from '$lib/model/dimension';
import { known, oneOf } from '../figures';
import type { Question, QuestionPart } from '../question';
import type { CountAsked, CountRow } from './counts';
import { columnsOf } from './cube';
import type { PlacesAsked } from './places-asked';
import { publishedParts } from './published';

/** What counts may be told apart by, and the values of each but its margin. */
const GROUPS = { decile: DECILES, sex: SEXES, age: AGE_BANDS } as const;
export type RateDimension = keyof typeof GROUPS;
const ALL = ['decile', 'sex', 'age'] as const satisfies readonly RateDimension[];

/** Cubes of counts of people. */
export type RateCube = 'k1' | 'k2' | 'k3' | 'k4';

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
	/** They stand beside each other at one time, and will be asked of other groups rather than times. */
	beside?: boolean;
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
	const columns = ALL.filter((one) => columnsOf(cube).includes(one));
	const used = ALL.filter((one) => dimensions.includes(one) || group[one] !== undefined);
	if (used.some((dimension) => !columns.includes(dimension)))
		throw new RangeError(`cube ${cube} is not by ${used.join(', ')}`);
	const { read, ...question } = publishedParts({
		...asked,
		extract,
		measures: counts.map(({ measure }) => measure),
		groups: columns.map((column) => columnSql(column, dimensions, group))
	});
	return {
		name: 'computed_counted',
		...question,
		read: (...tables) => {
			const { times, reach, cell } = read(tables);
			const groups = groupRows(dimensions, group);
			return times.flatMap(({ region, start }) => {
				const reaches = counts.map(({ lists }) => reach(region, start, lists));
				const rows = groups.flatMap((of) =>
					counts.map(({ measure }, nth): CountedRow => ({
						...{ region, start, ...of, measure },
						published: cell(region, start, measure, of)?.pub ?? null,
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
): QuestionPart {
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
