import { madeOf } from '$lib/engine/asked';
import type { BoundedFigure } from '$lib/model';
import { type CellContext, type CountedCell, cellFigure } from './cell-figure';
import { boundsOf } from './rounding';

/** A cell with the rupiah that belong to its people. */
export interface AmountCell extends CountedCell {
	rupiah: number | null;
}

/**
 * Rupiah as a figure. By rule R5 they are published as the protected count times the mean to two
 * significant digits, so that the true sum lies between the least count with the least mean and the
 * greatest with the greatest, where each of the people has an amount. Rupiah that are not published
 * beside a count are withheld; never zero.
 */
export function amountFigure(cell: AmountCell, context: CellContext): BoundedFigure {
	const people = cellFigure(cell, context);
	const { published, rupiah } = cell;
	const indicator = `${cell.measure}_rupiah`;
	if (published === null || rupiah === null)
		return madeOf<BoundedFigure>(
			{
				...people,
				indicator,
				unit: 'rupiah',
				value: null,
				bounds: null,
				state: published === null ? people.state : 'withheld'
			},
			[cell]
		);
	const [fewest, most] = boundsOf(published, context.protection);
	const { low, high } = meanBounds(rupiah / published);
	return madeOf(
		{ ...people, indicator, unit: 'rupiah', value: rupiah, bounds: [fewest * low, most * high] },
		[cell]
	);
}

/**
 * Between which a mean lies that was cut to whole rupiah and then rounded, half up, to two
 * significant digits.
 */
function meanBounds(mean: number): { low: number; high: number } {
	const unit = 10 ** Math.max(0, String(Math.round(mean)).length - 2);
	return unit === 1
		? { low: mean, high: mean + 1 }
		: { low: mean - unit / 2, high: mean + unit / 2 };
}
