import {
	COVERAGE_MEASURES,
	type CoverageChoices,
	type CoverageDrawing,
	type CoverageMeasure,
	type CoverageView,
	type MeasureChoices,
	rateOfMeasure
} from '$lib/state/coverage-view';
import { listPlace, provinceOf } from '$lib/model';
import type { InlineOption } from '$lib/ui/InlineSelect.svelte';
import type { CoverageExtract } from './context';
import { monthsBetween } from './periods';

/** What the filter sentence offers for one measure. */
export interface MeasureOptions {
	/** Parts of the country that the map can show; the first alone where there is no choice. */
	areas: InlineOption[];
	/** In order. */
	years: number[];
	/** In order, as `2025-03`; none where it is published by year alone. */
	months: string[];
	regions: InlineOption[];
	/** The words for "no region chosen". */
	defaultFocus: string;
	/** Priority lists that hold a region here. */
	lists: InlineOption[];
}

/** What the page is sent with. */
export type PublishedOptions = Record<'pkh' | 'poverty', MeasureOptions>;

/** Rates are offered what the poverty rate is, of the places in their lists. */
export interface CoverageOptions extends PublishedOptions {
	/** Of every rate counted from lists; null where the site is built without such an extract. */
	rates: MeasureOptions | null;
}

/** Null where the site has no figures of a measure. */
export function optionsFor(
	measure: CoverageMeasure,
	options: CoverageOptions
): MeasureOptions | null {
	if (measure === 'pkh' || measure === 'poverty') return options[measure];
	return options.rates;
}

/** What rates are offered: the places that their lists are of, in their months and years. */
export function rateOptions(
	{ areas, regions, lists }: MeasureOptions,
	extract: CoverageExtract,
	defaultFocus: string
): MeasureOptions {
	const covered = new Set(extract.regencies);
	const provinces = new Set(extract.regencies.map(provinceOf));
	return {
		areas: areas.filter(({ value }) => !/^\d\d$/.test(value) || provinces.has(value)),
		regions: regions.filter(({ value }) => covered.has(value)),
		lists: lists.filter(({ value }) => Object.hasOwn(extract.lists, listPlace(value))),
		years: [...extract.years],
		months: monthsBetween(extract.first, extract.cell.period.start),
		defaultFocus
	};
}

/** The same offers as sets of names, to check a URL against. */
export function choicesOf(
	options: CoverageOptions,
	drawings: readonly CoverageDrawing[]
): CoverageChoices {
	const measures: CoverageChoices['measures'] = {};
	for (const measure of COVERAGE_MEASURES) {
		const own = optionsFor(measure, options);
		if (own) measures[measure] = setsOf(own);
	}
	return { measures, drawings: new Set(drawings) };
}

function setsOf({ areas, regions, years, months, lists }: MeasureOptions): MeasureChoices {
	const values = (list: readonly InlineOption[]) => new Set(list.map((option) => option.value));
	return {
		areas: values(areas),
		regions: values(regions),
		years: new Set(years),
		months: new Set(months),
		lists: values(lists)
	};
}

/** A view of a measure with what of it the measure has: another place, time or list is not its own. */
export function keptBy(view: CoverageView, options: CoverageOptions): CoverageView {
	const own = optionsFor(view.measure, options);
	const has = own ? setsOf(own) : null;
	const among = rateOfMeasure(view.measure) === null ? [] : view.among;
	const kept = <Value>(value: Value | null, all: ReadonlySet<Value> | undefined) =>
		value !== null && all?.has(value) ? value : null;
	return {
		...view,
		area: kept(view.area, has?.areas),
		region: kept(view.region, has?.regions),
		year: kept(view.year, has?.years),
		month: kept(view.month, has?.months),
		list: kept(view.list, has?.lists),
		among
	};
}
