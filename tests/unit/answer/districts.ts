import type { Chosen } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import type { DistrictRate } from '$lib/answer/rate-by-district';
import { type Reporting, monthPeriod } from '$lib/model';
import { type CellContext, cellFigure, rateFigure } from '$lib/protect/cell-figure';

export const CELL = {
	kind: 'computed',
	protection: { base: 5, bound: 4, threshold: 10, smallestDenominator: 50 },
	sourceId: 'office',
	period: monthPeriod(2025, 3)
} as CellContext;

export const CHOSEN: Chosen = {
	...{ places: ['00'], kind: 'month', period: CELL.period, from: '2025-01-01', groups: {} }
};

export const ASKING = {
	context: { cell: CELL, names: { '00': 'Indonesia' }, lists: {}, source: { id: 'office' } },
	locale: 'en'
} as unknown as Asking;

/** A district of a thousand people, with so many members, or with what its lists had not told. */
export function district(
	region: string,
	members: number | null,
	reach: Reporting = 'received'
): DistrictRate {
	const cell = (measure: string, published: number | null) => ({
		...{ region, measure, published, reach }
	});
	const part = cell('kmp_pkh', members);
	const whole = cell('pkh', members === null ? null : 1000);
	return {
		label: `District ${region}`,
		part: cellFigure(part, CELL),
		whole: cellFigure(whole, CELL),
		rate: rateFigure(part, whole, CELL)
	};
}
