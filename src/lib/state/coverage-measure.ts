import { listOf } from '$lib/model';
import {
	COVERAGE_MEASURES,
	type CoverageChoices,
	type CoverageMeasure,
	DEFAULT_COVERAGE_VIEW
} from './coverage-view';
import { readFilters } from './filters';

/**
 * The measure where an address names none: the page's own, unless it names a place that this has nothing
 * of; then the first that has, as a place comes along from other pages.
 */
export function measureOf(search: URLSearchParams, choices: CoverageChoices): CoverageMeasure {
	const own = DEFAULT_COVERAGE_VIEW.measure;
	const { places, programme } = readFilters(search).value;
	if (places.length === 0) return own;
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
