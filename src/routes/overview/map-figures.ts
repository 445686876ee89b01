import { rateOrWhyNot } from '$lib/answer/rate-or-why-not';
import type { BoundedFigure } from '$lib/model';
import { type CellContext, cellFigure, rateFigure } from '$lib/protect/cell-figure';
import type { RateRow } from '$lib/query/computed/rates';

/** A figure for each district that lists cover: its rate, or why it has none. */
export function mapFigures(rows: readonly RateRow[], cell: CellContext): BoundedFigure[] {
	return rows.map(({ part, whole }) =>
		rateOrWhyNot({
			part: cellFigure(part, cell),
			whole: cellFigure(whole, cell),
			rate: rateFigure(part, whole, cell)
		})
	);
}
