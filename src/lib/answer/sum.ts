import { madeOf } from '$lib/engine/asked';
import type { BoundedFigure } from '$lib/model';

/**
 * Counts of several places as one, where no margin of them is published: the bounds add up as the
 * counts do. A place without a count is not in it, and the sum says that it is incomplete.
 * @param figures of one measure, period and group; at least one
 */
export function sumFigures(figures: readonly BoundedFigure[]): BoundedFigure {
	const [first] = figures;
	if (!first) throw new RangeError('a sum needs a figure');
	if (figures.length === 1) return first;
	const region = figures.map((figure) => figure.region).join(',');
	const counted = figures.filter((figure) => figure.value !== null && figure.bounds !== null);
	const [some] = counted;
	// Withheld says more than late or missing: something was counted.
	if (!some)
		return madeOf(
			{ ...(figures.find(({ state }) => state === 'withheld') ?? first), region },
			figures
		);
	const add = (of: (figure: BoundedFigure) => number | undefined) =>
		counted.reduce((sum, figure) => sum + (of(figure) ?? 0), 0);
	const incomplete = counted.length < figures.length || counted.some((figure) => figure.incomplete);
	const sum: BoundedFigure = {
		...some,
		region,
		value: add(({ value }) => value ?? 0),
		bounds: [add(({ bounds }) => bounds?.[0]), add(({ bounds }) => bounds?.[1])],
		incomplete,
		atLeast: incomplete
	};
	return madeOf(sum, figures);
}

/**
 * The share that a part is of a whole over several places, in percent, from those of which both are
 * published. Null where their whole is smaller than a rate is made of, or there are none.
 * @param smallest least published whole of which a rate is made (rule R3)
 */
export function sumRate(
	pairs: readonly { part: BoundedFigure; whole: BoundedFigure }[],
	smallest: number
): BoundedFigure | null {
	const known = pairs.filter(({ part, whole }) => part.value !== null && whole.value !== null);
	if (known.length === 0) return null;
	const part = sumFigures(known.map((pair) => pair.part));
	const whole = sumFigures(known.map((pair) => pair.whole));
	if (part.value === null || whole.value === null || !part.bounds || !whole.bounds) return null;
	if (whole.value < smallest) return null;
	const rate: BoundedFigure = {
		...part,
		indicator: `${part.indicator}_of_${whole.indicator}`,
		unit: 'percent',
		value: Math.min(100, (100 * part.value) / whole.value),
		bounds: [
			(100 * part.bounds[0]) / whole.bounds[1],
			Math.min(100, (100 * part.bounds[1]) / whole.bounds[0])
		],
		incomplete: part.incomplete || whole.incomplete || known.length < pairs.length,
		// Of places that are left out neither the part nor the whole is in it.
		atLeast: part.incomplete && !whole.incomplete && known.length === pairs.length
	};
	return madeOf(rate, [part, whole]);
}
