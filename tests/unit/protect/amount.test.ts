import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountFigure } from '$lib/protect/amount';
import type { CellContext } from '$lib/protect/cell-figure';

const CONTEXT: CellContext = {
	kind: 'computed',
	protection: {
		base: 5,
		threshold: 10,
		bound: 4,
		method: 'keyed_random_rounding',
		table: null,
		tableHash: null,
		families: true,
		smallestDenominator: 50,
		demoSecret: false
	},
	sourceId: 'office',
	period: { start: '2025-01-01', end: '2025-12-31' }
};

const figure = (published: number | null, rupiah: number | null) =>
	amountFigure({ region: '33.20', measure: 'shu', published, rupiah, reach: 'received' }, CONTEXT);

/** As rule R5 publishes: the count times the mean to two significant digits. */
function publishedRupiah(published: number, people: number, sum: number): number {
	const mean = Math.floor(sum / people);
	const unit = 10 ** Math.max(0, String(mean).length - 2);
	return published * Math.floor((mean + Math.floor(unit / 2)) / unit) * unit;
}

describe('rupiah that belong to people', () => {
	it('carry the bounds of the count and of the mean', () => {
		// 380 people at Rp99,000: 376 to 384 at Rp98,500 to Rp99,500.
		expect(figure(380, 37_620_000)).toMatchObject({
			indicator: 'shu_rupiah',
			unit: 'rupiah',
			value: 37_620_000,
			bounds: [376 * 98_500, 384 * 99_500],
			state: 'computed'
		});
	});

	it('are withheld where the count is, and where the count alone is published; never zero', () => {
		expect(figure(null, null)).toMatchObject({ value: null, bounds: null, state: 'withheld' });
		expect(figure(20, null)).toMatchObject({ value: null, bounds: null, state: 'withheld' });
	});

	it('lie within their bounds whatever the people truly had', () => {
		const people = fc.integer({ min: 10, max: 3000 });
		const all = people.chain((n) =>
			fc.record({
				n: fc.constant(n),
				pub: fc.constantFrom(Math.max(10, n - (n % 5)), n % 5 === 0 ? n : n - (n % 5) + 5),
				sum: fc.integer({ min: n, max: n * 10_000_000 })
			})
		);
		fc.assert(
			fc.property(all, ({ n, pub, sum }) => {
				const { bounds } = figure(pub, publishedRupiah(pub, n, sum));
				expect(bounds?.[0]).toBeLessThanOrEqual(sum);
				expect(bounds?.[1]).toBeGreaterThanOrEqual(sum);
			})
		);
	});
});
