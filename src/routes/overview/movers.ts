import type { BoundedFigure } from '$lib/model';
import { type Interval, differ } from '$lib/model/statistics/interval';
import { roundingVariance } from '$lib/model/statistics/noise';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import { type CellContext, rateFigure } from '$lib/protect/cell-figure';
import type { RateRow } from '$lib/query/computed/rates';

/** A district whose rate moved by more than bounds and chance allow. */
export interface Mover {
	region: string;
	before: BoundedFigure;
	now: BoundedFigure;
	/** Between how many percentage points it moved. */
	change: Interval;
}

export interface Movers {
	up: Mover[];
	down: Mover[];
	/** Districts of which a rate is made in both months, from lists that had come. */
	compared: number;
	/** Of these, those of which no change can be told from none. */
	alike: number;
	/** Districts that cannot be compared. */
	apart: number;
}

/** All intervals together hold with this level. */
const LEVEL = 0.95;

/**
 * Districts that moved between two months, the surest gain or loss first. Only where both the bounds
 * of the protection and the intervals of chance, taken for all districts at once, have nothing in
 * common: by chance alone, no district is named in 19 countries of 20.
 */
export function moversOf(
	then: { rows: readonly RateRow[]; context: CellContext },
	now: { rows: readonly RateRow[]; context: CellContext }
): Movers {
	const earlier = new Map(then.rows.map((row) => [row.region, row]));
	const pairs = now.rows.flatMap((row) => {
		const old = earlier.get(row.region);
		if (!old || !came(row) || !came(old)) return [];
		const [b, n] = [figure(old, then.context), figure(row, now.context)];
		return b?.bounds && n?.bounds ? [{ old, row, before: b, now: n }] : [];
	});
	const level = jointLevel(LEVEL, 2 * pairs.length);
	const moved = pairs.flatMap(({ old, row, before, now: newer }): Mover[] => {
		const [a, b] = [
			widest(old, before, level, then.context),
			widest(row, newer, level, now.context)
		];
		if (!differ(a, b)) return [];
		const [old0, old1] = before.bounds ?? [0, 0];
		const [new0, new1] = newer.bounds ?? [0, 0];
		const change = { low: new0 - old1, high: new1 - old0 };
		return [{ region: row.region, before, now: newer, change }];
	});
	return {
		up: moved.filter(({ change }) => change.low > 0).sort((a, b) => b.change.low - a.change.low),
		down: moved
			.filter(({ change }) => change.high < 0)
			.sort((a, b) => a.change.high - b.change.high),
		compared: pairs.length,
		alike: pairs.length - moved.length,
		apart: now.rows.length - pairs.length
	};
}

/** A late list says less than it will: such a district is not compared. */
function came({ part, whole }: RateRow): boolean {
	return part.reach === 'received' && whole.reach === 'received';
}

function figure({ part, whole }: RateRow, context: CellContext): BoundedFigure | null {
	return rateFigure(part, whole, context);
}

/** Both doubts at once, in percent: what the rounding leaves, and what chance does. */
function widest(
	{ part, whole }: RateRow,
	rate: BoundedFigure,
	level: number,
	{ protection }: CellContext
): Interval {
	const [low = 0, high = 100] = rate.bounds ?? [];
	if (part.published === null || whole.published === null) return { low, high };
	const chance = rateInterval(
		{ part: part.published, whole: whole.published },
		level,
		roundingVariance(protection.base)
	);
	return { low: Math.min(low, 100 * chance.low), high: Math.max(high, 100 * chance.high) };
}
