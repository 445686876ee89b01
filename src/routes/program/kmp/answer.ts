import type { ChartModel } from '$lib/chart/model';
import type { BoundedFigure } from '$lib/model';

/** A step of the way into a cooperative, and what is lost on it. */
export interface Step {
	measure: string;
	label: string;
	people: BoundedFigure;
	/** People of the step before who are not in this one; null of the first, and where a step is not published. */
	lost: BoundedFigure | null;
	/** Share of the step before that is in this one; null where no rate is made. */
	kept: BoundedFigure | null;
}

/** All that the page of KMP computes for one place. Made by the same code at build and in the browser. */
export interface KmpAnswer {
	place: string;
	steps: readonly Step[];
	stepsChart: ChartModel;
	funnel: ChartModel;
	ranking: ChartModel;
	members: ChartModel;
	/** Null where the place has no rate by group at all. */
	deciles: ChartModel | null;
	groups: ChartModel | null;
}
