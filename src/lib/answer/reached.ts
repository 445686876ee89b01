import type { SeriesInput } from '$lib/chart/build/series';
import { madeOf } from '$lib/engine/asked';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, ListKind, Locale, PlaceCode, RegionCode } from '$lib/model';
import { ask } from '$lib/query/question';
import { type UnreportedRow, unreported } from '$lib/query/unreported';
import { type Asking, isIn, nameOf } from './context';

/** So often a line may break and still be read; one of a place whose reports change more often goes on. */
const MOST_BREAKS = 3;

/** A figure of a place over time, and whether its line breaks before it. */
export interface Reached<Row> {
	row: Row;
	figure: BoundedFigure;
	broken: boolean;
	/** Other districts had reported than at the figure before it, be its line broken there or not. */
	changed: boolean;
}

/**
 * Figures of one place in the order of time, each with of how many of the place's districts it is where
 * lists of some had not come. A total of other districts is another total: where the districts that had
 * reported are others than before, the line breaks, as what changed there may be the reports alone.
 * @param lists that the figures are counted from
 * @param kind a year lacks the lists that any of its months lacks
 */
export function reachedOver<Row extends { figure: BoundedFigure }>(
	rows: readonly Row[],
	districts: readonly RegionCode[],
	missing: readonly UnreportedRow[],
	lists: readonly ListKind[],
	kind: 'month' | 'year'
): Reached<Row>[] {
	const startOf = (month: string) => (kind === 'year' ? `${month.slice(0, 4)}-01-01` : month);
	const lacking = new Set(
		missing
			.filter(({ list }) => lists.includes(list))
			.map(({ region, month }) => `${region} ${startOf(month)}`)
	);
	let before: string | null = null;
	let known: string | null = null;
	const reached = rows.map((row): Reached<Row> => {
		const { figure } = row;
		const late = districts.filter((region) => lacking.has(`${region} ${figure.period.start}`));
		// Where a place has no figure its line is broken already.
		const own = figure.value === null ? null : late.join();
		const changed = known !== null && own !== null && own !== known;
		const marks = { changed, broken: changed && before !== null };
		before = own;
		known = own ?? known;
		// Of a single district there is nothing to count: its lists have come or not.
		if (!figure.incomplete || late.length === 0 || districts.length < 2)
			return { row, figure, ...marks };
		const [reported, total] = [districts.length - late.length, districts.length];
		const told = madeOf({ ...figure, districts: { reported, total } }, [figure]);
		return { row, figure: told, ...marks };
	});
	const often = reached.filter(({ broken }) => broken).length > MOST_BREAKS;
	return often ? reached.map((one) => ({ ...one, broken: false })) : reached;
}

/** The last of a place's rows that are of the same districts: against those before, nothing rose or fell. */
export function sinceChange<Row extends Pick<Reached<unknown>, 'changed'>>(
	rows: readonly Row[]
): readonly Row[] {
	return rows.slice(
		Math.max(
			0,
			rows.findLastIndex(({ changed }) => changed)
		)
	);
}

/** What a line is drawn of: its figures, where it breaks, and where it goes on though others had reported. */
export function lineOf(
	reached: readonly Pick<Reached<unknown>, 'figure' | 'broken' | 'changed'>[]
): Required<Pick<SeriesInput, 'breaks' | 'changes'>> & { figures: BoundedFigure[] } {
	const starts = (all: typeof reached) => all.map(({ figure }) => figure.period.start);
	return {
		figures: reached.map(({ figure }) => figure),
		breaks: starts(reached.filter(({ broken }) => broken)),
		changes: starts(reached.filter(({ broken, changed }) => changed && !broken))
	};
}

/**
 * The same of several places, asked of the extract where any of their figures is not complete.
 * @param byPlace figures of a place each, or of several places as one
 * @param covered all districts of the extract
 */
export async function reachedIn<Row extends { figure: BoundedFigure }>(
	byPlace: readonly { place: PlaceCode | readonly PlaceCode[]; rows: readonly Row[] }[],
	covered: readonly RegionCode[],
	lists: readonly ListKind[],
	kind: 'month' | 'year',
	asking: Asking
): Promise<Reached<Row>[][]> {
	const { engine, context, options } = asking;
	const all = byPlace.flatMap(({ rows }) => rows);
	const missing = all.some(({ figure }) => figure.incomplete)
		? await ask(engine, unreported(context.extract), options)
		: [];
	return byPlace.map(({ place, rows }) => {
		const places = typeof place === 'string' ? [place] : place;
		const districts = covered.filter((region) => places.some((one) => isIn(region, one, context)));
		return reachedOver(rows, districts, missing, lists, kind);
	});
}

/** Of how many districts a place's figures are, in a note; none where all lists had come. */
export function reachedNotes(
	place: PlaceCode,
	figures: readonly BoundedFigure[],
	{ context, locale }: Pick<Asking, 'context' | 'locale'>
): string[] {
	return reachedNote(nameOf(place, context), figures, locale);
}

/** The same by the name that the figures have on the page. */
export function reachedNote(
	name: string,
	figures: readonly BoundedFigure[],
	locale: Locale
): string[] {
	const known = figures.filter(({ value }) => value !== null);
	const some = known.flatMap(({ districts }) => districts ?? []);
	const [first] = some;
	if (!first) return [];
	const reported = some.map((one) => one.reported);
	const most = some.length < known.length ? first.total : Math.max(...reported);
	const count = (value: number) => formatNumber(value, locale);
	const inputs = {
		name,
		fewest: count(Math.min(...reported)),
		most: count(most),
		total: count(first.total)
	};
	return [
		inputs.fewest === inputs.most
			? m.answer_reached_same(inputs, { locale })
			: m.answer_reached_some(inputs, { locale })
	];
}
