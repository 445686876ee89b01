import { madeOf } from '$lib/engine/asked';
import {
	type BoundedFigure,
	MARGIN,
	STEPS,
	type Step,
	UNKNOWN,
	type WaitingBand,
	moveId,
	yearPeriod
} from '$lib/model';
import { bandEnds, medianWait } from '$lib/model/statistics/waiting';
import { type CellContext, cellFigure } from '$lib/protect/cell-figure';
import type { MoveRow } from '$lib/query/computed/moves';

/** How long the people of a move had stood on the lower step. */
export interface Wait {
	/** The middle wait, between the ends of its band; null where it is not known or lies in the open band. */
	months: BoundedFigure | null;
	/** The band of the middle one; null where no band is published. */
	band: WaitingBand | null;
	/** Whether it is the middle band whatever withholding and rounding have hidden. */
	sure: boolean;
	/** People whose wait cannot be told: the lists do not say since when they had stood there. */
	unplaced: BoundedFigure;
}

/** People who went from one step of the ladder to a higher one within a year. */
export interface Flow {
	measure: string;
	from: Step;
	to: Step;
	people: BoundedFigure;
	wait: Wait;
}

/** Every step up, from the lower to the higher, in the order of the lower and then of the higher. */
export const MOVES: readonly { measure: string; from: Step; to: Step }[] = STEPS.flatMap(
	(from, index) => STEPS.slice(index + 1).map((to) => ({ measure: moveId(from, to), from, to }))
);

/**
 * The flows of one place and year. All need the same lists: where some are published, what is not has
 * been withheld, though a list of a part of the place or of the year may be late as well.
 * @param all rows of that place and year, every band of every move
 * @param tell of how many of the place's districts a figure is
 */
export function flowsOf(
	all: readonly MoveRow[],
	context: CellContext,
	tell: (figure: BoundedFigure) => BoundedFigure = (figure) => figure
): Flow[] {
	const heard = all.some(({ published }) => published !== null);
	const rows = all.map((row) =>
		heard && row.published === null ? madeOf({ ...row, partly: true }, [row]) : row
	);
	return MOVES.flatMap(({ measure, from, to }) => {
		const own = rows.filter((row) => row.measure === measure);
		const whole = own.find(({ waiting }) => waiting === MARGIN);
		if (!whole) return [];
		const at = { ...context, period: yearPeriod(whole.year) };
		const people = tell(cellFigure(whole, at));
		const wait = waitOf(own, people, at);
		return [{ measure, from, to, people, wait: { ...wait, unplaced: tell(wait.unplaced) } }];
	});
}

function waitOf(rows: readonly MoveRow[], people: BoundedFigure, context: CellContext): Wait {
	const unknown = rows.find(({ waiting }) => waiting === UNKNOWN);
	const median = medianWait(
		Object.fromEntries(rows.map(({ waiting, published }) => [waiting, published])),
		context.protection.threshold - 1,
		context.protection.bound
	);
	const ends = median && bandEnds(median.band);
	return {
		months:
			median === null || median.months === null || !ends || ends.until === null
				? null
				: madeOf<BoundedFigure>(
						{
							...people,
							indicator: `${people.indicator}_median_wait`,
							unit: 'months',
							value: median.months,
							state: context.kind,
							bounds: [ends.from, ends.until],
							// Whoever is still to be heard of may have waited longer, or shorter.
							atLeast: false
						},
						rows
					),
		band: median?.band ?? null,
		sure: median !== null && median.sure && !people.incomplete,
		unplaced: unknown
			? cellFigure(
					madeOf({ ...unknown, measure: `${unknown.measure}_wait_unknown` }, [unknown]),
					context
				)
			: { ...people, value: null, bounds: null }
	};
}
