import type { ExtractContext } from '$lib/answer/context';
import type { ChartModel } from '$lib/chart/model';
import type { RegionCode } from '$lib/model';
import type { NamedCooperative } from './active-charts';

/** What the page knows of Jakarta's cooperatives before any question. */
export interface JakartaContext extends ExtractContext {
	/** Whose reports tell of a cooperative whose own place is not known. */
	region: RegionCode;
	/** Names of the cooperatives, by the code that lists give them. */
	cooperatives: Readonly<Record<string, string>>;
}

/** What lists tell of the cooperatives at one time. Made by the same code at build and in the browser. */
export interface JakartaAnswer {
	/** Each from the first month that is told of to the last. */
	cooperatives: readonly NamedCooperative[];
	/** Names of those of which the lists say nothing. */
	left: readonly string[];
	bars: ChartModel;
	/** Null where there are not two months to compare. */
	overTime: ChartModel | null;
}
