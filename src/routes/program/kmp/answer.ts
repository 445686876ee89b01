import type { RateCharts } from '$lib/answer/rate-charts';
import type { ChartModel } from '$lib/chart/model';
import type { BoundedFigure } from '$lib/model';

/** A step of the way into a cooperative, and what is lost on it. */
export interface Step {
	measure: string;
	label: string;
	people: BoundedFigure;
	/** People of the step before who are not in this one; null of the first. */
	lost: BoundedFigure | null;
	/** Share of the step before that is in this one; null where no rate is made. */
	kept: BoundedFigure | null;
}

/** All that the page of KMP computes for some filters. Made by the same code at build and in the browser. */
export interface KmpAnswer {
	/** Whom the steps are told of, in words. */
	place: string;
	steps: readonly Step[];
	stepsChart: ChartModel;
	uptake: RateCharts;
	members: ChartModel;
}
