import { type PlaceCode, RATE_INDICATORS, type RateIndicatorId, type RegionCode } from '$lib/model';
import type { ChosenGroups, GroupName } from './filters';

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
