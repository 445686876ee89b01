import { periodKey } from '$lib/model';
import type { PlacedFigure } from '../figures';
import { type Doubt, groupBy, median, timesApart } from './mark';

const MOST = 10;
/** How far from the middle of its own series a value may lie, and how long such a series must be. */
const STRAY = 5;
const LONG = 5;

/** Series of one indicator and region, oldest first, of figures that have a value. */
function series(figures: readonly PlacedFigure[]): PlacedFigure[][] {
	const groups = groupBy(
		figures.filter(({ value }) => value !== null),
		(figure) => `${figure.indicator} ${figure.region}`
	);
	return [...groups.values()].map((group) =>
		group.sort((a, b) => a.period.start.localeCompare(b.period.start))
	);
}

/**
 * A zero beside figures more than ten steps of its column away: no number so small is written so,
 * and the place or the round did not exist.
 */
export function placeholderZeros(figures: readonly PlacedFigure[]): Doubt[] {
	return series(figures).flatMap((line) => {
		const step = Math.min(...line.map((figure) => figure.step));
		return line.flatMap((figure, at) => {
			if (figure.value !== 0) return [];
			const filled = (other: PlacedFigure) => other.value !== 0;
			const before = line.slice(0, at).filter(filled).at(-1);
			const after = line.slice(at + 1).find(filled);
			const beside = [before, after].filter((one) => one !== undefined);
			if (beside.length === 0 || beside.some(({ value }) => (value ?? 0) <= MOST * step)) return [];
			return [doubt(figure, 'placeholder_zero', beside)];
		});
	});
}

function doubt(figure: PlacedFigure, flag: Doubt['flag'], beside: readonly PlacedFigure[]): Doubt {
	return {
		figure,
		flag,
		against: beside.map(({ value }) => value ?? 0),
		where: beside.map(({ period }) => periodKey(period))
	};
}

function valueOf(figure: PlacedFigure): number {
	return figure.value ?? 0;
}

/**
 * Jumps of more than ten times between neighbouring periods. Which of the two is off is told by the
 * middle of the region's other figures; where there are no others, both are marked.
 */
export function jumps(figures: readonly PlacedFigure[]): Doubt[] {
	return series(figures).flatMap((line) => {
		const filled = line.filter((figure) => valueOf(figure) > 0);
		const found = new Map<PlacedFigure, Doubt>();
		filled.slice(1).forEach((later, at) => {
			const earlier = filled[at];
			if (!earlier || timesApart(valueOf(earlier), valueOf(later)) <= MOST) return;
			const others = filled.filter((one) => one !== earlier && one !== later).map(valueOf);
			const middle = others.length === 0 ? null : median(others);
			const far = (one: PlacedFigure) => (middle === null ? 0 : timesApart(valueOf(one), middle));
			if (middle === null || far(earlier) > far(later))
				found.set(earlier, doubt(earlier, 'jump', [later]));
			if (middle === null || far(later) >= far(earlier))
				found.set(later, doubt(later, 'jump', [earlier]));
		});
		return [...found.values()];
	});
}

/**
 * Values more than five times off the middle of their own area's figures: a digit too many or too
 * few that repeats, or that stays just short of a tenfold jump. Real series of these kinds grow and
 * shrink by less; a short series has no middle to speak of.
 */
export function strays(figures: readonly PlacedFigure[]): Doubt[] {
	return series(figures).flatMap((line) => {
		const filled = line.filter((figure) => valueOf(figure) > 0);
		if (filled.length <= LONG) return [];
		return filled.flatMap((figure) => {
			const middle = median(filled.filter((one) => one !== figure).map(valueOf));
			if (timesApart(valueOf(figure), middle) <= STRAY) return [];
			return [{ figure, flag: 'outlier' as const, against: [middle], where: [] }];
		});
	});
}
