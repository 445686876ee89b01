import type { RateCharts } from '$lib/answer/rate-charts';
import type { ChartModel } from '$lib/chart/model';
import type { BoundedFigure } from '$lib/model';
import type { Concentration } from '$lib/model/statistics/concentration';

/** A set of people in the chosen period, and the shares that it is of others. */
export interface Standing {
	measure: string;
	people: BoundedFigure;
	/** Each with the set that it is a share of; only sets that it is a part of. */
	shares: readonly { of: string; rate: BoundedFigure }[];
}

/** A year as a whole: who was in a set at any time in it, and rupiah of all of it. */
export interface Year {
	year: string;
	members: BoundedFigure;
	buyers: BoundedFigure;
	purchases: BoundedFigure;
	receivers: BoundedFigure;
	surplus: BoundedFigure;
}

/** Where the surplus of a year went. */
export interface Surplus extends SurplusShares {
	chart: ChartModel;
	year: string;
}

export interface SurplusShares {
	/** Share of deciles 1 to 4; null where no total is published. */
	poorest: BoundedFigure | null;
	/** Share of those whose decile is not known. */
	unknown: BoundedFigure | null;
	/** Among those whose decile is known and published; null where there are not two such. */
	concentration: Concentration | null;
	/** Deciles whose rupiah are published. */
	deciles: readonly string[];
}

/** All that the page of KJMIS computes for some filters. Made by the same code at build and in the browser. */
export interface KjmisAnswer {
	/** Whom it is told of, in words. */
	place: string;
	/** Of whom, where not of all: `; desil 1`. */
	groups: string;
	/** Whether a year is told of: within it one person may be of several kinds, one after the other. */
	byYear: boolean;
	/** The chosen month or year, in words. */
	period: string;
	standing: readonly Standing[];
	members: ChartModel;
	uptake: ChartModel;
	byRate: RateCharts;
	buyers: ChartModel;
	/** Null where rupiah are not published by the chosen groups. */
	purchases: ChartModel | null;
	reach: ChartModel;
	/** Empty where the extract covers no whole year. */
	years: readonly Year[];
	/** Null of several places, and where no surplus of any year is published. */
	surplus: Surplus | null;
}
