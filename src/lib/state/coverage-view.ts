import { NATION, type RegionCode, isRegionCode, listOf, provinceOf } from '$lib/model';
import { isFilterName, readable } from './filter-names';
import { readFilters } from './filters';

/** What the coverage page can show. */
export const COVERAGE_MEASURES = ['pkh', 'poverty'] as const;
export type CoverageMeasure = (typeof COVERAGE_MEASURES)[number];

/** What the map can be drawn as: equal tiles, circles on a coastline, areas in their boundaries. */
export const COVERAGE_DRAWINGS = ['tiles', 'points', 'areas'] as const;
export type CoverageDrawing = (typeof COVERAGE_DRAWINGS)[number];

/** What the reader chose. Null is "as the page has it"; only what was chosen stands in the URL. */
export interface CoverageView {
	measure: CoverageMeasure;
	/** Part of the country that the map shows: an island group, a province, or `nation`. */
	area: string | null;
	region: RegionCode | null;
	year: number | null;
	list: string | null;
	drawing: CoverageDrawing;
}

export const DEFAULT_COVERAGE_VIEW: CoverageView = {
	measure: 'pkh',
	area: null,
	region: null,
	year: null,
	list: null,
	drawing: 'tiles'
};

/** What exists, so that a name in the URL can be checked. */
export interface CoverageChoices {
	regions: Record<CoverageMeasure, ReadonlySet<RegionCode>>;
	years: Record<CoverageMeasure, ReadonlySet<number>>;
	lists: Record<CoverageMeasure, ReadonlySet<string>>;
	areas: Record<CoverageMeasure, ReadonlySet<string>>;
	/** Areas are there only where boundaries are. */
	drawings: ReadonlySet<CoverageDrawing>;
}

/** A part of the URL that could not be kept, in the reader's own spelling. */
export interface Dropped {
	name: string;
	value: string;
}

const MEASURE_WORDS: Record<CoverageMeasure, string> = { pkh: 'pkh', poverty: 'kemiskinan' };
const DRAWING_WORDS: Record<CoverageDrawing, string> = {
	tiles: 'kotak',
	points: 'titik',
	areas: 'batas'
};
const NAMES = {
	measure: 'ukuran',
	area: 'kawasan',
	region: 'wilayah',
	year: 'tahun',
	list: 'daftar',
	drawing: 'peta'
} as const;

/**
 * Reads the view from a URL's search. Never throws: what is unknown is dropped and named, and the
 * rest is kept. Names that are not ours (a campaign tag) are left alone.
 */
export function parseCoverageView(
	search: URLSearchParams,
	choices: CoverageChoices
): { value: CoverageView; dropped: Dropped[] } {
	const dropped: Dropped[] = [];
	const value: CoverageView = { ...DEFAULT_COVERAGE_VIEW };

	function take(name: string, accept: (text: string) => boolean): void {
		const text = search.get(name);
		if (text === null || text === '') return;
		if (!accept(text)) dropped.push({ name, value: text.slice(0, 40) });
	}

	take(NAMES.measure, (text) => {
		const found = COVERAGE_MEASURES.find((measure) => MEASURE_WORDS[measure] === text);
		if (found) value.measure = found;
		return found !== undefined;
	});
	take(NAMES.area, (text) => {
		if (!choices.areas[value.measure].has(text)) return false;
		value.area = text;
		return true;
	});
	take(NAMES.region, (text) => {
		// A list, or a selection of several, is another page's: it may be carried on, and is no mistake.
		if (text.includes(',') || listOf(text) !== null) return true;
		if (!isRegionCode(text) || !choices.regions[value.measure].has(text)) return false;
		value.region = text;
		return true;
	});
	take(NAMES.year, (text) => {
		const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
		if (!choices.years[value.measure].has(year)) return false;
		value.year = year;
		return true;
	});
	take(NAMES.list, (text) => {
		if (!choices.lists[value.measure].has(text)) return false;
		value.list = text;
		return true;
	});
	takeShared(search, value, choices);
	take(NAMES.drawing, (text) => {
		const found = COVERAGE_DRAWINGS.find((drawing) => DRAWING_WORDS[drawing] === text);
		if (found === undefined || !choices.drawings.has(found)) return false;
		value.drawing = found;
		return true;
	});
	return { value, dropped };
}

/** What filters of other pages say that this page says in its own way: a list as a place, a period. */
function takeShared(search: URLSearchParams, value: CoverageView, choices: CoverageChoices): void {
	const { places, period } = readFilters(search).value;
	const list = listOf(places[0] ?? '');
	if (value.list === null && list !== null && choices.lists[value.measure].has(list))
		value.list = list;
	const year = period?.kind === 'year' ? period.year : null;
	if (value.year === null && year !== null && choices.years[value.measure].has(year))
		value.year = year;
}

/**
 * The search of a view, with what a reader has filtered on other pages kept in it: places and times
 * that this page has no use for stay until the reader chooses others here. What no page knows goes.
 * @param before the search that the view was read from, and that view
 */
export function changedCoverageSearch(
	next: CoverageView,
	before: { search: URLSearchParams; view: CoverageView },
	choices: CoverageChoices
): string {
	const own = new URLSearchParams(coverageSearch(next));
	const { search, view } = before;
	const changed = new Set<string>([
		...(next.region === view.region && next.list === view.list ? [] : [NAMES.region]),
		...(next.year === view.year ? [] : ['periode']),
		// Years and lists of this page's own names are in the view, or are none.
		NAMES.year,
		NAMES.list
	]);
	const kept = [...search].filter(
		([name, text]) =>
			isFilterName(name) &&
			!own.has(name) &&
			!changed.has(name) &&
			(name !== NAMES.region || text.split(',').every((place) => isSomewhere(place, choices)))
	);
	const text = readable(new URLSearchParams([...own, ...kept]));
	return text === '' ? '' : `?${text}`;
}

/** Whether a place is one of the country's, told of here or not. */
function isSomewhere(place: string, { regions, lists }: CoverageChoices): boolean {
	const list = listOf(place);
	if (list !== null) return Object.values(lists).some((known) => known.has(list));
	return Object.values(regions).some((known) =>
		[...known].some((code) => code === place || provinceOf(code) === place || place === NATION)
	);
}

/** The search part of a URL for a view: only what was chosen, in one order; empty for the default. */
export function coverageSearch(view: CoverageView): string {
	const search = new URLSearchParams();
	if (view.measure !== DEFAULT_COVERAGE_VIEW.measure)
		search.set(NAMES.measure, MEASURE_WORDS[view.measure]);
	if (view.area !== null) search.set(NAMES.area, view.area);
	if (view.region !== null) search.set(NAMES.region, view.region);
	if (view.year !== null) search.set(NAMES.year, String(view.year));
	if (view.list !== null) search.set(NAMES.list, view.list);
	if (view.drawing !== DEFAULT_COVERAGE_VIEW.drawing)
		search.set(NAMES.drawing, DRAWING_WORDS[view.drawing]);
	const text = search.toString();
	return text === '' ? '' : `?${text}`;
}
