import type { Figure } from '$lib/model';

const MONTH = 30.4375 * 86_400_000;

/**
 * The figure of about twelve months before another: the one nearest to it among those that end nine
 * to fifteen months earlier; null where there is none.
 */
export function yearBefore(figures: readonly Figure[], figure: Figure): Figure | null {
	const age = ({ period }: Figure) =>
		(Date.parse(figure.period.end) - Date.parse(period.end)) / MONTH;
	const off = (one: Figure) => Math.abs(age(one) - 12);
	const near = figures.filter((one) => one.value !== null && off(one) <= 3);
	return near.reduce<Figure | null>(
		(best, one) => (best && off(best) <= off(one) ? best : one),
		null
	);
}
