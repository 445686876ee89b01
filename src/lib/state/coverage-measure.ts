import { listOf } from '$lib/model';
import { COVERAGE_NAMES } from './coverage-names';
import {
	COVERAGE_MEASURES,
	type CoverageChoices,
	type CoverageMeasure,
	DEFAULT_COVERAGE_VIEW
} from './coverage-view';
import { readFilters } from './filters';

/** Parts that no other page has: an address with one of them is of this page, and so is its measure. */
const OWN = ['area', 'year', 'list', 'drawing', 'focus'] as const;

/**
 * The measure where an address names none: the page's own, unless a place has come along from another
 * page that this has nothing of; then the first measure that has.
 */
export function measureOf(search: URLSearchParams, choices: CoverageChoices): CoverageMeasure {
	const own = DEFAULT_COVERAGE_VIEW.measure;
	const { places, programme } = readFilters(search).value;
	const isOwn = OWN.some((part) => search.has(COVERAGE_NAMES[part]));
	if (isOwn || places.length === 0) return own;
	const uptake: CoverageMeasure = programme === 'kjmis' ? 'kjmis_uptake' : 'kmp_uptake';
	const has = (measure: CoverageMeasure) => {
		const here = choices.measures[measure];
		return places.some(
			(place) =>
				here !== undefined &&
				(here.regions.has(place) || here.areas.has(place) || here.lists.has(listOf(place) ?? ''))
		);
	};
	return [own, uptake, ...COVERAGE_MEASURES].find(has) ?? own;
}
