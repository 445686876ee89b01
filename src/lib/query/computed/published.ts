import type { Table } from 'apache-arrow';
import { schemaName } from '$lib/engine/schema-name';
import type { Question, QuestionPart } from '../question';
import { inWordList, wordList } from '../word-list';
import { type CubeName, columnsOf, hasRupiah, isYearly, startSql } from './cube';
import { type PlacesAsked, heldPlaces, placeTest, placesSql } from './places-asked';
import { type Group, Slice, type SliceCell, sliceOfPlace, sliceOfTime } from './slice';
import { Told, type ToldAsked, reportsShown, reportsWhole } from './told';

/** Of so few places a slice of each is asked, which answers any time; of more a slice of time. */
const FEW = 6;

/** Published cells of places in a span of time, and what is known of the lists behind them. */
export interface PublishedAsked {
	/** Id under which the extract's first file is attached, which knows who reported. */
	extract: string;
	cube: CubeName;
	/** Id under which the file that holds the cube is attached, where it is another than the first. */
	file?: string | undefined;
	places: PlacesAsked;
	/** The places stand beside each other at one time: slices of time are asked, not of each place. */
	beside?: boolean | undefined;
	/** First and last month, or year, by their first days; both ends are asked. */
	from: string;
	until: string;
	measures: readonly string[];
	/** Of the cube's columns, which rows; a column without a condition is asked whole. */
	groups: readonly QuestionPart[];
}

/** What was found: a period of a place is there where anything was reported of it. */
export interface Published extends Pick<Told, 'times' | 'reach'> {
	cell(region: string, start: string, measure: string, group: Group): SliceCell | undefined;
}

/** A file with the places whose cells it holds. */
type Held = ReturnType<typeof heldPlaces>[number];

/** Parts, and what reads their answers. */
interface Sliced {
	parts: readonly QuestionPart[];
	read: (tables: readonly Table[]) => Published;
}

/**
 * Asks for cells and for the reports of the same places and times: as one statement to be shown, and as
 * slices to be run and kept. DuckDB-Wasm takes about a millisecond for any plain statement, whatever it
 * gives, and longer for one that picks and joins; what a slice holds beyond the question answers the
 * next filter.
 */
export function publishedParts(
	asked: PublishedAsked
): Pick<Question<unknown>, 'sql' | 'params'> & Sliced {
	const yearly = isYearly(asked.cube);
	const held = heldPlaces(asked.places, asked.file ?? asked.extract);
	const shown = [
		...held.map((one) => cellsShown(asked, one)),
		reportsShown(asked.extract, asked.places, { ...asked, yearly })
	];
	const own = held.flatMap(({ file, places }) =>
		'regions' in places ? places.regions.map((region) => ({ file, region })) : []
	);
	const few = !('level' in asked.places) && !asked.beside && own.length <= FEW;
	return {
		sql: shown.map(({ sql }) => sql).join('\nUNION ALL BY NAME\n'),
		params: shown.flatMap(({ params }) => params),
		...(few ? byPlace(asked, own) : byTime(asked, held))
	};
}

function cellsShown(
	{ cube, from, until, measures, groups }: PublishedAsked,
	{ file, places }: Held
): QuestionPart {
	const place = placesSql(places);
	const start = startSql(cube);
	const columns = columnsOf(cube).map((one) => `${one}::VARCHAR AS ${one}, `);
	const wanted = [
		place.sql,
		`${start} BETWEEN ?::DATE AND ?::DATE`,
		inWordList('measure'),
		...groups.map(({ sql }) => sql)
	];
	return {
		sql: `SELECT 'cell' AS what, region::VARCHAR AS region, (${start})::VARCHAR AS start,
	measure::VARCHAR AS name, ${columns.join('')}pub::BIGINT AS pub${hasRupiah(cube) ? ', rupiah::BIGINT AS rupiah' : ''}
FROM ${schemaName(file)}.${cube}
WHERE ${wanted.join(' AND ')}`,
		params: [
			...place.params,
			...[from, until, wordList(measures)],
			...groups.flatMap(({ params }) => params)
		]
	};
}

/** The slices of few places. */
function byPlace(
	{ extract, cube, ...span }: PublishedAsked,
	places: readonly { file: string; region: string }[]
): Sliced {
	const asked = new Set(places.map(({ region }) => region));
	return {
		parts: [
			reportsWhole(extract),
			...places.map(({ file, region }) => sliceOfPlace({ cube, file }, region))
		],
		read([reports, ...tables]) {
			const slices = new Map<string, Slice>();
			places.forEach(({ region }, nth) => {
				const cells = tables[nth];
				if (cells) slices.set(region, Slice.of(cells, cube));
			});
			const told = (region: string) => asked.has(region);
			return found(reports, told, { ...span, yearly: isYearly(cube) }, (region) =>
				slices.get(region)
			);
		}
	};
}

/** The slices of a span of time in each file. */
function byTime(asked: PublishedAsked, held: readonly Held[]): Sliced {
	const { extract, cube, measures } = asked;
	const yearly = isYearly(cube);
	return {
		parts: [
			reportsWhole(extract),
			...held.map(({ file }) => sliceOfTime({ cube, file }, asked, measures))
		],
		read([reports, ...tables]) {
			const slices = held.map(({ places }, nth) => {
				const cells = tables[nth];
				return { holds: placeTest(places), slice: cells && Slice.of(cells, cube) };
			});
			const sliceOf = (region: string) => slices.find(({ holds }) => holds(region))?.slice;
			return found(reports, placeTest(asked.places), { ...asked, yearly }, sliceOf);
		}
	};
}

function found(
	reports: Table | undefined,
	isAsked: (region: string) => boolean,
	asked: ToldAsked,
	sliceOf: (region: string) => Slice | undefined
): Published {
	if (!reports) throw new RangeError('the reports were not asked');
	const told = new Told(reports, isAsked, asked);
	return {
		times: told.times,
		reach: (...of) => told.reach(...of),
		cell: (region, ...of) => sliceOf(region)?.cell(region, ...of)
	};
}
