import type { BoundedFigure, RegionCode } from '$lib/model';
import type { FunnelPosition } from '$lib/model/statistics/funnel';
import type { ChartBase } from './model';

/** A place in a funnel plot: its rate over the number of people that the rate is of. */
export interface FunnelMark {
	key: string;
	region: RegionCode;
	label: string;
	rate: BoundedFigure;
	whole: BoundedFigure;
	/** Null of a rate without a value: it is drawn as what it lies below. */
	position: FunnelPosition | null;
	chosen: boolean;
}

/** A limit over the number of people, as points in the units of the axes. */
export interface FunnelCurve {
	level: 'inner' | 'outer';
	side: 'low' | 'high';
	/** Written at its end: `99,8%`. */
	label: string;
	points: readonly (readonly [whole: number, rate: number])[];
}

/** Places that have no rate to draw, by why. */
export interface FunnelAbsence {
	words: string;
	labels: readonly string[];
}

/** Rates against the number of people behind them, with the limits that chance allows. */
export interface FunnelModel extends ChartBase {
	kind: 'funnel';
	marks: readonly FunnelMark[];
	/** The common rate; null where there are too few to have one. */
	mean: { value: number; label: string } | null;
	curves: readonly FunnelCurve[];
	/** Of the axis across: what the number of people counts. */
	wholeLabel: string;
	absent: readonly FunnelAbsence[];
	/** Positions in use, from the highest, with how many places have each. */
	positions: readonly { position: FunnelPosition; label: string; count: number }[];
}
