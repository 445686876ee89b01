import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reporting } from '$lib/model';
import { type CellContext, cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { outcomesOf } from '$lib/protect/outcomes';
import { rateOf } from '$lib/protect/rate';
import { KEY_SPACE, ROUNDING, roundCount } from '$lib/protect/rounding';

const RULE = { ...ROUNDING, smallestDenominator: 50 };

describe('a rate of two protected counts', () => {
	it('has the bounds of rule R3', () => {
		expect(rateOf(1285, 2195, RULE)).toEqual({
			kind: 'between',
			share: 1285 / 2195,
			low: 1281 / 2199,
			high: 1289 / 2191
		});
	});

	it('is made from 50 on, and never of a whole that is not published', () => {
		expect(rateOf(10, 50, RULE).kind).toBe('between');
		expect(rateOf(10, 45, RULE)).toEqual({ kind: 'none' });
		expect(rateOf(10, null, RULE)).toEqual({ kind: 'none' });
	});

	it('of a withheld part is "below", never zero', () => {
		expect(rateOf(null, 100, RULE)).toEqual({ kind: 'below', high: 9 / 96 });
	});

	it('is never more than all', () => {
		expect(rateOf(55, 50, RULE)).toMatchObject({ share: 1, high: 1 });
	});

	it('holds the true rate between its bounds, whatever the keys were', () => {
		const people = fc.integer({ min: 50, max: 5000 });
		const key = fc.integer({ min: 0, max: KEY_SPACE - 1 });
		fc.assert(
			fc.property(
				people,
				fc.double({ min: 0, max: 1, noNaN: true }),
				key,
				key,
				(all, cut, a, b) => {
					const some = Math.floor(all * cut);
					const [part, whole] = [roundCount(some, a), roundCount(all, b)];
					const rate = rateOf(part < 10 ? null : part, whole, RULE);
					if (rate.kind === 'none') return;
					expect(some / all).toBeLessThanOrEqual(rate.high);
					if (rate.kind === 'between') expect(some / all).toBeGreaterThanOrEqual(rate.low);
				}
			)
		);
	});
});

describe('what a count may become', () => {
	it('is counted over every key, and its chance is that of an unbiased rounding', () => {
		for (let n = 0; n <= 60; n++) {
			const outcomes = outcomesOf(n);
			expect(outcomes.reduce((sum, { keys }) => sum + keys, 0)).toBe(KEY_SPACE);
			expect(outcomes).toHaveLength(n % 5 === 0 ? 1 : 2);
			const mean = outcomes.reduce((sum, { rounded, chance }) => sum + rounded * chance, 0);
			expect(mean).toBeCloseTo(n, 2);
		}
	});

	it('under ten is published as 10 or not at all', () => {
		expect(outcomesOf(7).map(({ rounded, published }) => [rounded, published])).toEqual([
			[5, false],
			[10, true]
		]);
		expect(outcomesOf(4).some(({ published }) => published)).toBe(false);
	});
});

describe('a cell as a figure', () => {
	const context: CellContext = {
		kind: 'demo',
		protection: {
			...RULE,
			method: 'keyed_random_rounding',
			table: null,
			tableHash: null,
			families: true,
			demoSecret: true
		},
		sourceId: 'demo',
		period: { start: '2025-06-01', end: '2025-06-30' }
	};
	const cell = (measure: string, published: number | null, reach: Reporting = 'received') => ({
		region: '35.09',
		measure,
		published,
		reach
	});

	it('has bounds, and the state of its extract', () => {
		expect(cellFigure(cell('kmp', 1235), context)).toMatchObject({
			value: 1235,
			bounds: [1231, 1239],
			state: 'demo',
			incomplete: false
		});
	});

	it('that is not there is withheld, late or missing, and never zero', () => {
		const stateOf = (reach: Reporting) => cellFigure(cell('kmp', null, reach), context);
		expect(stateOf('received')).toMatchObject({ state: 'withheld', value: null, bounds: null });
		expect(stateOf('late')).toMatchObject({ state: 'late', value: null });
		expect(stateOf('not_received')).toMatchObject({ state: 'not_received', value: null });
	});

	it('of a place that has reported in part says that it is not complete', () => {
		expect(cellFigure(cell('kmp', 50, 'late'), context).incomplete).toBe(true);
	});

	it('beside others of its kind that are published is withheld, not late: their lists had come', () => {
		const ninth = { ...cell('shu', null, 'late'), decile: '9', partly: true };
		expect(cellFigure(ninth, context)).toMatchObject({
			value: null,
			state: 'withheld',
			incomplete: true
		});
	});

	it('makes a rate in percent; below something where the part is withheld; none where it is late', () => {
		const whole = cell('kmp', 100);
		expect(rateFigure(cell('kmp_pkh', 50), whole, context)).toMatchObject({
			unit: 'percent',
			value: 50,
			bounds: [100 * (46 / 104), 100 * (54 / 96)]
		});
		expect(rateFigure(cell('kmp_pkh', null), whole, context)).toMatchObject({
			value: null,
			state: 'withheld',
			bounds: [0, 100 * (9 / 96)]
		});
		expect(rateFigure(cell('kmp_pkh', null, 'late'), whole, context)).toBeNull();
		expect(rateFigure(cell('kmp_pkh', 10), cell('kmp', 40), context)).toBeNull();
	});
});
