import { describe, expect, it } from 'vitest';
import { type Reporting, monthPeriod } from '$lib/model';
import { type CellContext, rateFigure } from '$lib/protect/cell-figure';
import type { CountedRow } from '$lib/query/computed/counted';
import { type Dated, comparedRow } from '../../../src/routes/bandingkan/rates';

const cell = {
	kind: 'computed',
	protection: { base: 5, bound: 4, threshold: 10, smallestDenominator: 50 },
	sourceId: 'office',
	period: monthPeriod(2025, 3)
} as CellContext;
const START = '2025-03-01';

/** A place of 1,000 people with so many members. */
function place(region: string, members: number, reach: Reporting = 'received'): Dated[] {
	const row = (measure: string, published: number, its: Reporting): CountedRow => ({
		...{ region, start: START, decile: '*', sex: '*', age: '*', measure, published },
		reach: its
	});
	const [part, whole] = [row('kmp_pkh', members, reach), row('pkh', 1000, 'received')];
	const figure = rateFigure(part, whole, cell);
	if (!figure) throw new Error('there is a rate');
	const whose = { region, start: START, decile: '*', sex: '*', age: '*' } as const;
	return [{ row: { ...whose, part, whole }, figure, changed: false, broken: false }];
}

function verdict(...places: Dated[][]): boolean | null {
	return compared(...places).differ;
}

function compared(...places: Dated[][]) {
	const chosen = { period: monthPeriod(2025, 3) } as Parameters<typeof comparedRow>[2];
	const asking = { context: { cell }, locale: 'id' } as Parameters<typeof comparedRow>[3];
	return comparedRow('kmp_uptake', places, chosen, asking);
}

describe('whether rates differ clearly', () => {
	it('is said of those whose lists had all come', () => {
		expect(verdict(place('32.01', 100), place('32.02', 300))).toBe(true);
		expect(verdict(place('32.01', 100), place('32.02', 105))).toBe(false);
	});

	it('is not known where one of two may yet change', () => {
		expect(verdict(place('32.01', 100, 'late'), place('32.02', 300))).toBeNull();
		expect(verdict(place('32.01', 100), place('32', 300, 'late'))).toBeNull();
	});

	it('is said of the highest and the lowest that are complete, and never of others', () => {
		const rates = [
			place('32.01', 50, 'late'),
			place('32.03', 100),
			place('32.02', 300),
			place('32', 400, 'not_received')
		];
		expect(compared(...rates)).toMatchObject({ ends: { highest: 2, lowest: 1 }, differ: true });
	});
});
