import { type PlaceCode, isRegionCode, listOf } from '$lib/model';
import {
	COVERAGE_DRAWINGS,
	COVERAGE_MEASURES,
	type CoverageChoices,
	type CoverageDrawing,
	type CoverageMeasure,
	type CoverageView,
	DEFAULT_COVERAGE_VIEW,
	type MeasureChoices,
	rateOfMeasure
} from './coverage-view';
import { measureOf } from './coverage-measure';
import { COVERAGE_NAMES } from './coverage-names';
import { NAMES as FILTER_NAMES, readable } from './filter-names';
import { GROUP_NAMES, NO_FILTERS, filterSearch, readFilters } from './filters';

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

	take(COVERAGE_NAMES.measure, (text) => {
		const found = COVERAGE_MEASURES.find(
			(measure) => MEASURE_WORDS[measure] === text && choices.measures[measure]
		);
		if (found) value.measure = found;
		return found !== undefined;
	});
	if (search.get(COVERAGE_NAMES.measure) === null) value.measure = measureOf(search, choices);
	const here = choices.measures[value.measure] ?? NOTHING;
	take(COVERAGE_NAMES.area, (text) => {
		if (!here.areas.has(text)) return false;
		value.area = text;
		return true;
	});
	take(COVERAGE_NAMES.region, (text) => {
		// A list, or a selection of several, is another page's: it may be carried on, and is no mistake.
		if (text.includes(',') || listOf(text) !== null) return true;
		// A province is a part of the country, where the map has such parts; else it is all that is shown.
		if (here.areas.has(text)) {
			if (here.areas.size > 1) value.area ??= text;
			return true;
		}
		if (!isRegionCode(text) || !here.regions.has(text)) return false;
		value.region = text;
		return true;
	});
	take(COVERAGE_NAMES.year, (text) => {
		const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
		if (!here.years.has(year)) return false;
		value.year = year;
		return true;
	});
	take(COVERAGE_NAMES.list, (text) => {
		if (!here.lists.has(text)) return false;
		value.list = text;
		return true;
	});
	takeGroups(search, value, dropped);
	// Another page's period does nothing to figures of single years; to others it is one of their own.
	takeShared(search, value, here);
	take(
		COVERAGE_NAMES.period,
		() => here.months.size === 0 || value.month !== null || value.year !== null
	);
	take(COVERAGE_NAMES.drawing, (text) => {
		const found = COVERAGE_DRAWINGS.find((drawing) => DRAWING_WORDS[drawing] === text);
		if (found === undefined || !choices.drawings.has(found)) return false;
		value.drawing = found;
		return true;
	});
	return { value, dropped };
}

/** The view that a search has, such as one that was written for it. */
export function coverageViewOf(search: string, choices: CoverageChoices): CoverageView {
	return parseCoverageView(new URLSearchParams(search), choices).value;
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
	const focus = search.get(COVERAGE_NAMES.focus);
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
 * The search part of a URL for a view: only what was chosen, in one order; empty for the default.
 * @param named the measure stands in it, also where it is the page's own
 */
export function coverageSearch(view: CoverageView, named = false): string {
	const search = new URLSearchParams();
	if (named || view.measure !== DEFAULT_COVERAGE_VIEW.measure)
		search.set(COVERAGE_NAMES.measure, MEASURE_WORDS[view.measure]);
	if (view.area !== null) search.set(COVERAGE_NAMES.area, view.area);
	const selected = view.among.length > 0;
	if (selected) search.set(COVERAGE_NAMES.region, view.among.join());
	if (view.region !== null)
		search.set(selected ? COVERAGE_NAMES.focus : COVERAGE_NAMES.region, view.region);
	if (view.year !== null) search.set(COVERAGE_NAMES.year, String(view.year));
	if (view.month !== null) search.set(COVERAGE_NAMES.period, view.month);
	if (view.list !== null) search.set(COVERAGE_NAMES.list, view.list);
	if (view.drawing !== DEFAULT_COVERAGE_VIEW.drawing)
		search.set(COVERAGE_NAMES.drawing, DRAWING_WORDS[view.drawing]);
	const groups = filterSearch({ ...NO_FILTERS, groups: view.groups });
	for (const [name, text] of new URLSearchParams(groups)) search.set(name, text);
	const text = readable(search);
	return text === '' ? '' : `?${text}`;
}
