import type { BoundedFigure } from '$lib/model';

/**
 * The share that some groups have of an amount, in percent, with the bounds that those of the amounts
 * leave. The total is a published margin: what is withheld of the groups lies within what the total
 * leaves over, so that the share then has bounds and no value.
 * @param part amounts of the groups asked about
 * @param rest amounts of all other groups
 * @param total amount of all groups together
 * @returns null where the total is not published, or may be nothing
 */
export function amountShare(
	part: readonly BoundedFigure[],
	rest: readonly BoundedFigure[],
	total: BoundedFigure
): BoundedFigure | null {
	if (total.value === null || total.bounds === null || !(total.bounds[0] > 0)) return null;
	const [least, most] = total.bounds;
	const known = part.every(({ value }) => value !== null);
	const sum = (figures: readonly BoundedFigure[], end: 0 | 1) =>
		figures.reduce((all, { bounds }) => all + (bounds?.[end] ?? 0), 0);
	const low = sum(part, 0) / most;
	const high = known ? sum(part, 1) / least : 1 - sum(rest, 0) / most;
	const value = part.reduce((all, figure) => all + (figure.value ?? 0), 0) / total.value;
	return {
		...total,
		indicator: `${total.indicator}_share`,
		unit: 'percent',
		value: known ? 100 * Math.min(1, value) : null,
		state: known ? total.state : 'withheld',
		bounds: [100 * Math.min(1, low), 100 * Math.max(0, Math.min(1, high))],
		incomplete: total.incomplete || part.some(({ incomplete }) => incomplete),
		// Lists that are still to come may have more of the other groups.
		atLeast: false
	};
}
