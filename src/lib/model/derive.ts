import type { Figure } from './figure';
import { daysIn } from './period';

/**
 * A count spread over the days of its period, both ends counted.
 * State `computed`; null stays null, and doubts about the count stay with the ratio.
 */
export function perDay(count: Figure, as: { indicator: string; unit: Figure['unit'] }): Figure {
	return {
		...count,
		...as,
		value: count.value === null ? null : count.value / daysIn(count.period),
		state: count.value === null ? count.state : 'computed'
	};
}

/** The figures of one indicator, in the order of time. */
export function figuresOf(figures: readonly Figure[], indicator: string): Figure[] {
	return figures
		.filter((figure) => figure.indicator === indicator)
		.sort(
			(a, b) =>
				a.period.start.localeCompare(b.period.start) || a.period.end.localeCompare(b.period.end)
		);
}

/** The newest figure of an indicator that has a value; the newest of all where none has. */
export function latest(figures: readonly Figure[], indicator: string): Figure | undefined {
	const all = figuresOf(figures, indicator);
	return all.findLast((figure) => figure.value !== null) ?? all.at(-1);
}

/** A figure that nobody has given: said to be missing, never zero. */
export function missingFigure(
	asked: Pick<Figure, 'indicator' | 'region' | 'period' | 'unit'>
): Figure {
	return { ...asked, value: null, state: 'missing', sourceId: '', certainty: 'high', flag: null };
}
