import { madeOf } from '$lib/engine/asked';
import type { BoundedFigure } from '$lib/model';

/** The rate, or a figure without a value whose state says why there is none. */
export function rateOrWhyNot({
	part,
	whole,
	rate
}: {
	part: BoundedFigure;
	whole: BoundedFigure;
	rate: BoundedFigure | null;
}): BoundedFigure {
	if (rate) return rate;
	const state = whole.value === null ? whole.state : part.value === null ? part.state : 'withheld';
	return madeOf(
		{
			...part,
			indicator: `${part.indicator}_of_${whole.indicator}`,
			value: null,
			bounds: null,
			unit: 'percent',
			state
		},
		[part, whole]
	);
}
