import {
	NATION,
	type PlaceCode,
	RATE_INDICATORS,
	type RateIndicatorId,
	type RegionCode,
	isRegionCode,
	listOf,
	provinceOf
} from '$lib/model';
import { NAMES as FILTER_NAMES, isFilterName, readable } from './filter-names';
import {
	type ChosenGroups,
	GROUP_NAMES,
	type GroupName,
	NO_FILTERS,
	filterSearch,
	readFilters
} from './filters';

/** Figures that sources publish. */
const PUBLISHED_MEASURES = ['pkh', 'poverty'] as const;
type PublishedMeasure = (typeof PUBLISHED_MEASURES)[number];

/** What the coverage page can show: published figures, and rates counted from lists. */
export type CoverageMeasure = PublishedMeasure | RateIndicatorId;
export const COVERAGE_MEASURES: readonly CoverageMeasure[] = [
	...PUBLISHED_MEASURES,
	...RATE_INDICATORS.map(({ id }) => id)
];

/** The rate that a measure is; null where it is a published figure. */
export function rateOfMeasure(measure: CoverageMeasure): RateIndicatorId | null {
	return RATE_INDICATORS.find(({ id }) => id === measure)?.id ?? null;
}

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
	/** `2025-03`; null where a year is chosen, and where the measure has no months. */
	month: string | null;
	list: string | null;
	/** Places that the reader has selected, two or more, in the place of a list; of rates alone. */
	among: readonly PlaceCode[];
	/** Of whom. What is chosen is kept, also where it does nothing (see `fitCoverage`). */
	groups: ChosenGroups;
	drawing: CoverageDrawing;
}

export const DEFAULT_COVERAGE_VIEW: CoverageView = {
	measure: 'pkh',
	area: null,
	region: null,
	year: null,
	month: null,
	list: null,
	among: [],
	groups: {},
	drawing: 'tiles'
};

/** The view of one value of a group, or of all of them. */
export function withGroup(
	view: CoverageView,
	group: GroupName,
	value: string | null
): CoverageView {
	const others = Object.entries(view.groups).filter(([name]) => name !== group);
	return { ...view, groups: Object.fromEntries(value ? [...others, [group, value]] : others) };
}

/** What exists, so that a name in the URL can be checked. */
export interface CoverageChoices {
	/** Of each measure that the site has figures of; the default one is always there. */
	measures: Partial<Record<CoverageMeasure, MeasureChoices>>;
	/** Areas are there only where boundaries are. */
	drawings: ReadonlySet<CoverageDrawing>;
}

export interface MeasureChoices {
	regions: ReadonlySet<RegionCode>;
	years: ReadonlySet<number>;
	/** None where it is published by year alone. */
	months: ReadonlySet<string>;
	lists: ReadonlySet<string>;
	areas: ReadonlySet<string>;
}

const NOTHING: MeasureChoices = {
	regions: new Set(),
	years: new Set(),
	months: new Set(),
	lists: new Set(),
	areas: new Set()
};

/** A part of the URL that could not be kept, in the reader's own spelling. */
export interface Dropped {
	name: string;
	value: string;
}

const MEASURE_WORDS: Record<CoverageMeasure, string> = {
	pkh: 'pkh',
	poverty: 'kemiskinan',
	kmp_uptake: 'kmp-anggota',
	kmp_activity: 'kmp-aktif',
	kjmis_uptake: 'kjmis-anggota',
	kjmis_activity: 'kjmis-aktif',
	kjmis_buying: 'kjmis-belanja',
	mentoring_reach: 'pendampingan'
};
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
	period: 'periode',
	list: 'daftar',
	drawing: 'peta',
	/** The region in focus, beside a selection of places. */
	focus: 'sorot'
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
		const found = COVERAGE_MEASURES.find(
			(measure) => MEASURE_WORDS[measure] === text && choices.measures[measure]
		);
		if (found) value.measure = found;
		return found !== undefined;
	});
	const here = choices.measures[value.measure] ?? NOTHING;
	take(NAMES.area, (text) => {
		if (!here.areas.has(text)) return false;
		value.area = text;
		return true;
	});
	take(NAMES.region, (text) => {
		// A list, or a selection of several, is another page's: it may be carried on, and is no mistake.
		if (text.includes(',') || listOf(text) !== null) return true;
		// A province is a part of the country, where the map has such parts.
		if (here.areas.size > 1 && here.areas.has(text)) {
			value.area ??= text;
			return true;
		}
		if (!isRegionCode(text) || !here.regions.has(text)) return false;
		value.region = text;
		return true;
	});
	take(NAMES.year, (text) => {
		const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
		if (!here.years.has(year)) return false;
		value.year = year;
		return true;
	});
	take(NAMES.list, (text) => {
		if (!here.lists.has(text)) return false;
		value.list = text;
		return true;
	});
	takeGroups(search, value, dropped);
	// Another page's period does nothing to figures of single years; to others it is one of their own.
	takeShared(search, value, here);
	take(NAMES.period, () => here.months.size === 0 || value.month !== null || value.year !== null);
	take(NAMES.drawing, (text) => {
		const found = COVERAGE_DRAWINGS.find((drawing) => DRAWING_WORDS[drawing] === text);
		if (found === undefined || !choices.drawings.has(found)) return false;
		value.drawing = found;
		return true;
	});
	return { value, dropped };
}

/** Groups are said as they are on every page. */
function takeGroups(search: URLSearchParams, value: CoverageView, dropped: Dropped[]): void {
	const names = new Set<string>(GROUP_NAMES.map((group) => FILTER_NAMES[group]));
	const read = readFilters(search);
	value.groups = read.value.groups;
	dropped.push(...read.dropped.filter(({ name }) => names.has(name)));
}

/** Several places, as far as there are figures of them, and which of them is in focus. */
function takeSelection(
	search: URLSearchParams,
	places: readonly PlaceCode[],
	value: CoverageView,
	here: MeasureChoices
): void {
	const known = places.filter(
		(place) =>
			here.regions.has(place) || here.areas.has(place) || here.lists.has(listOf(place) ?? '')
	);
	if (known.length < 2) return;
	value.among = known;
	const focus = search.get(NAMES.focus);
	if (focus !== null && here.regions.has(focus)) value.region = focus;
}

/** What filters of other pages say that this page says in its own way: a list as a place, a period. */
function takeShared(search: URLSearchParams, value: CoverageView, here: MeasureChoices): void {
	const { places, period } = readFilters(search).value;
	if (rateOfMeasure(value.measure) !== null && value.list === null)
		takeSelection(search, places, value, here);
	const list = listOf(places[0] ?? '');
	if (value.list === null && value.among.length === 0 && list !== null && here.lists.has(list))
		value.list = list;
	if (value.year !== null || period === null) return;
	if (period.kind === 'year' && here.years.has(period.year)) value.year = period.year;
	if (period.kind === 'month' && here.months.has(period.until)) value.month = period.until;
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
		...(next.region === view.region && next.list === view.list && keepsSelection(next, view)
			? []
			: [NAMES.region]),
		...(next.year === view.year && next.month === view.month ? [] : [NAMES.period]),
		// Of a measure that has months, the period is in the view, or is none of its own.
		...(choices.measures[next.measure]?.months.size ? [NAMES.period] : []),
		// Years, lists and groups are in the view, or are none.
		NAMES.year,
		NAMES.list,
		...GROUP_NAMES.map((group) => FILTER_NAMES[group])
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

/** The search of a page with other places selected in it; all else in it is kept. */
export function selectedCoverageSearch(
	search: URLSearchParams,
	places: readonly PlaceCode[]
): string {
	const next = new URLSearchParams(search);
	next.delete(NAMES.focus);
	if (places.length === 0) next.delete(NAMES.region);
	else next.set(NAMES.region, places.join());
	const text = readable(next);
	return text === '' ? '' : `?${text}`;
}

/** Of another measure a selection may do nothing; it is there again with the next that has it. */
function keepsSelection(next: CoverageView, view: CoverageView): boolean {
	return next.measure !== view.measure || next.among.join() === view.among.join();
}

/** Whether a place is one of the country's, told of here or not. */
function isSomewhere(place: string, { measures }: CoverageChoices): boolean {
	const list = listOf(place);
	const all = Object.values(measures);
	if (list !== null) return all.some(({ lists }) => lists.has(list));
	return all.some(({ regions }) =>
		[...regions].some((code) => code === place || provinceOf(code) === place || place === NATION)
	);
}

/** The search part of a URL for a view: only what was chosen, in one order; empty for the default. */
export function coverageSearch(view: CoverageView): string {
	const search = new URLSearchParams();
	if (view.measure !== DEFAULT_COVERAGE_VIEW.measure)
		search.set(NAMES.measure, MEASURE_WORDS[view.measure]);
	if (view.area !== null) search.set(NAMES.area, view.area);
	const selected = view.among.length > 0;
	if (selected) search.set(NAMES.region, view.among.join());
	if (view.region !== null) search.set(selected ? NAMES.focus : NAMES.region, view.region);
	if (view.year !== null) search.set(NAMES.year, String(view.year));
	if (view.month !== null) search.set(NAMES.period, view.month);
	if (view.list !== null) search.set(NAMES.list, view.list);
	if (view.drawing !== DEFAULT_COVERAGE_VIEW.drawing)
		search.set(NAMES.drawing, DRAWING_WORDS[view.drawing]);
	const groups = filterSearch({ ...NO_FILTERS, groups: view.groups });
	for (const [name, text] of new URLSearchParams(groups)) search.set(name, text);
	const text = readable(search);
	return text === '' ? '' : `?${text}`;
}
