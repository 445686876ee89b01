import { NATION, type PlaceCode, listOf, provinceOf } from '$lib/model';
import { coverageSearch } from './coverage-address';
import { measureOf } from './coverage-measure';
import { COVERAGE_NAMES } from './coverage-names';
import { type CoverageChoices, type CoverageView, DEFAULT_COVERAGE_VIEW } from './coverage-view';
import { NAMES as FILTER_NAMES, isFilterName, readable } from './filter-names';
import { GROUP_NAMES } from './filters';

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
	const short = carriedBeside(coverageSearch(next), next, before, choices);
	// Beside a place that comes along, the page would take the measure that has it.
	if (measureOf(new URLSearchParams(short), choices) === next.measure || !isOwn(next)) return short;
	return carriedBeside(coverageSearch(next, true), next, before, choices);
}

function isOwn({ measure }: CoverageView): boolean {
	return measure === DEFAULT_COVERAGE_VIEW.measure;
}

/** The search of a view, and of what was filtered on other pages all that it does not change. */
function carriedBeside(
	text: string,
	next: CoverageView,
	before: { search: URLSearchParams; view: CoverageView },
	choices: CoverageChoices
): string {
	const own = new URLSearchParams(text);
	const { search, view } = before;
	const changed = new Set<string>([
		...(next.region === view.region && next.list === view.list && keepsSelection(next, view)
			? []
			: [COVERAGE_NAMES.region]),
		...(next.year === view.year && next.month === view.month ? [] : [COVERAGE_NAMES.period]),
		// Of a measure that has months, the period is in the view, or is none of its own.
		...(choices.measures[next.measure]?.months.size ? [COVERAGE_NAMES.period] : []),
		// Years, lists and groups are in the view, or are none.
		COVERAGE_NAMES.year,
		COVERAGE_NAMES.list,
		...GROUP_NAMES.map((group) => FILTER_NAMES[group])
	]);
	const kept = [...search].filter(
		([name, text]) =>
			isFilterName(name) &&
			!own.has(name) &&
			!changed.has(name) &&
			(name !== COVERAGE_NAMES.region ||
				text.split(',').every((place) => isSomewhere(place, choices)))
	);
	const whole = readable(new URLSearchParams([...own, ...kept]));
	return whole === '' ? '' : `?${whole}`;
}

/** The search of a page with other places selected in it; all else in it is kept. */
export function selectedCoverageSearch(
	search: URLSearchParams,
	places: readonly PlaceCode[]
): string {
	const next = new URLSearchParams(search);
	next.delete(COVERAGE_NAMES.focus);
	if (places.length === 0) next.delete(COVERAGE_NAMES.region);
	else next.set(COVERAGE_NAMES.region, places.join());
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
