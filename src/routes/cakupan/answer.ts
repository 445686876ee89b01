import type { ChartModel } from '$lib/chart/model';
import type { Figure, RegionCode } from '$lib/model';
import type { EmptyPeriod } from './empty';

/** A value that its source states and that is not believed as it stands. */
export interface FlaggedValue {
	name: string;
	figure: Figure;
}

/** A ratio and the two counts that it is made of. */
export interface CoverageParts {
	title: string;
	families: Figure;
	people: Figure;
	ratio: Figure;
	/** Why the region has no rank; empty where it has one. */
	unranked: string;
}

/** Why the map shows less than was asked for, or provinces in the place of districts. */
export interface Narrowed {
	words: string;
	/** A part of the country of which districts are shown, and what a link to it says. */
	way: { area: string; words: string } | null;
}

/** All that the coverage page shows for one view. Made by the same code at build and in the browser. */
export interface CoverageAnswer {
	/** Whether sources publish the figures, or they are counted from an office's lists or made-up ones. */
	kind: 'published' | 'computed' | 'demo';
	/** The region in focus, chosen by the reader or by the page. */
	region: RegionCode;
	/** The year or month that is told of: `2024`, `2025-03`. */
	period: string;
	/** That nothing is known of that period; null where something is. */
	empty: EmptyPeriod | null;
	/** The first period of that kind of which something is; null where all are offered alike. */
	begins: string | null;
	/** The part of the country on the map. */
	area: string;
	/** Null where the map shows the districts that were asked for. */
	narrowed: Narrowed | null;
	map: ChartModel;
	ranking: ChartModel | null;
	/** What the figure of the region in focus is made of; null where it is stated as it is. */
	parts: CoverageParts | null;
	series: ChartModel;
	/** Every region of the area in a small panel, on one scale; null where there is one period only. */
	panels: ChartModel | null;
	/** First and last year, region by region; null where there is one period only. */
	change: ChartModel | null;
	notes: string[];
	flagged: FlaggedValue[];
}
