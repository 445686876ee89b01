import type { ChartModel } from '$lib/chart/model';
import type { Flow } from './flows';

/** All that the page of the ladder computes for one place and time. Made by the same code at build and in the browser. */
export interface LadderAnswer {
	/** Its name. */
	place: string;
	/** The year of the flows. */
	year: number;
	standing: ChartModel;
	overTime: ChartModel;
	flows: readonly Flow[];
	flowsChart: ChartModel;
	/** Null where no median can be read. */
	waits: ChartModel | null;
}
