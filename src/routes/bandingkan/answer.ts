import type { ChartModel } from '$lib/chart/model';
import type { BoundedFigure, Figure } from '$lib/model';
import type { Interval } from '$lib/model/statistics/interval';

/** A rate of each compared place, and whether they are told apart by more than chance. */
export interface ComparedRow {
	id: string;
	label: string;
	/** In the order of the places; null where no rate is made, with the reason in its place. */
	figures: readonly BoundedFigure[];
	/** What chance and rounding leave open of each, in percent, by what is told apart; null where no rate is. */
	intervals: readonly (Interval | null)[];
	/** Whether the highest and the lowest differ by more than chance and rounding; null of one alone. */
	differ: boolean | null;
}

/** What the gap between the first two places is made of, by one dimension. */
export interface GapRow {
	dimension: 'decile' | 'sex' | 'age';
	label: string;
	/** In percentage points: rates within groups, sizes of groups, and what is left. */
	rates: Figure;
	composition: Figure;
	rest: Figure;
	/** What withheld groups leave open of the gap, in percentage points. */
	open: Interval;
	/** Names of the groups that are withheld in one of the two places. */
	withheld: readonly string[];
}

export interface CompareAnswer {
	places: readonly { code: string; name: string; why: string }[];
	/** What is compared over time. */
	panels: ChartModel;
	slope: ChartModel | null;
	table: readonly ComparedRow[];
	/** Names of the two places whose gap is taken apart, the higher rate first; null where there is none. */
	gapOf: { first: string; second: string; low: number; high: number } | null;
	gaps: readonly GapRow[];
	note: string;
}
