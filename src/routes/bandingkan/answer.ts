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
	/**
	 * Places of the highest and the lowest among those whose lists had all come: others are of some of
	 * their districts only. Null of fewer than two.
	 */
	ends: { highest: number; lowest: number } | null;
	/** Whether the two differ by more than chance and rounding; null where there are not two. */
	differ: boolean | null;
}

export type GapDimension = 'decile' | 'sex' | 'age';

/**
 * Where most of a gap is: it remains at an equal mix of groups, goes with the mix, comes from both; or
 * hangs on groups that are withheld.
 */
export type GapVerdict = 'rates' | 'composition' | 'both' | 'open';

/** What the gap between two places is made of, by one dimension. */
export interface GapRow {
	dimension: GapDimension;
	label: string;
	/** What it says, in a sentence. */
	says: string;
	/** Which part is the larger one. */
	verdict: GapVerdict;
	/** In percentage points: rates within groups, sizes of groups, and what is left. */
	rates: Figure;
	composition: Figure;
	rest: Figure;
	/** What withheld groups leave open of the gap, in percentage points. */
	open: Interval;
	/** Names of the groups that are withheld in one of the two places. */
	withheld: readonly string[];
}

/** What the gap between two places is made of, and what follows from it. */
export interface GapAnswer {
	/** Codes of the two, as they were chosen. */
	pair: readonly [string, string];
	/** That others are told of than the reader asked for; empty where they are those. */
	instead: string;
	/** Both rates and how far they lie apart, or why that cannot be told. */
	lead: string;
	conclusion: string;
	/** None where there is no gap to take apart. */
	rows: readonly GapRow[];
}

export interface CompareAnswer {
	places: readonly { code: string; name: string; why: string }[];
	/** What is compared over time. */
	panels: ChartModel;
	slope: ChartModel | null;
	table: readonly ComparedRow[];
	/** Null where fewer than two places are shown. */
	gap: GapAnswer | null;
	note: string;
}
