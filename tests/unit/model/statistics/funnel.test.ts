import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispersionOf, funnelOf } from '$lib/model/statistics/funnel';

/** Places of one rate, as alike as whole counts allow. */
const alike = Array.from({ length: 20 }, (_, index) => {
	const whole = 200 + index * 400;
	return { part: Math.round(whole * 0.2), whole };
});

describe('a funnel plot', () => {
	it('has the mean of all people, not the mean of the rates', () => {
		const funnel = funnelOf([
			{ part: 10, whole: 100 },
			{ part: 300, whole: 1000 }
		]);
		expect(funnel?.mean).toBeCloseTo(310 / 1100, 12);
	});

	it('has the limits of Public Health England where the whole is large', () => {
		// Their funnel test data: baseline 80.642448%, and limits for a population of 110,000.
		const funnel = funnelOf([
			{ part: 80.642448, whole: 100 },
			{ part: 806.42448, whole: 1000 }
		]);
		const { inner, outer } = funnel?.limits(110_000) ?? { inner: null, outer: null };
		expect(100 * (inner?.low ?? 0)).toBeCloseTo(80.408963, 2);
		expect(100 * (inner?.high ?? 0)).toBeCloseTo(80.875933, 2);
		expect(100 * (outer?.low ?? 0)).toBeCloseTo(80.274317, 2);
		expect(100 * (outer?.high ?? 0)).toBeCloseTo(81.010578, 2);
	});

	it('is wider by the rounding of both counts, most where places are small', () => {
		const plain = funnelOf(alike)?.limits(60);
		const noisy = funnelOf(alike, 4)?.limits(60);
		const grown = (noisy?.outer.high ?? 0) - (plain?.outer.high ?? 0);
		expect(grown).toBeGreaterThan(0);
		// Quadrature: the distance grows to the root of its square and z² times the noise of the rate.
		const noise = 3.090232306 ** 2 * ((4 * (1 + 0.2 ** 2)) / 60 ** 2);
		const before = (plain?.outer.high ?? 0) - (funnelOf(alike)?.mean ?? 0);
		expect(before + grown).toBeCloseTo(Math.sqrt(before ** 2 + noise), 3);
	});

	it('is not stretched where rates spread as chance has it, and is where they spread more', () => {
		expect(funnelOf(alike)?.dispersion).toBe(1);
		const apart = alike.map(({ part, whole }, index) => ({
			part: Math.round(part * (index % 2 === 0 ? 1.3 : 0.7)),
			whole
		}));
		const funnel = funnelOf(apart);
		expect(funnel?.dispersion).toBeGreaterThan(5);
		const stretched = (funnel?.limits(1000).inner.high ?? 0) - (funnel?.mean ?? 0);
		const chance = (funnelOf(alike)?.limits(1000).inner.high ?? 0) - 0.2;
		expect(stretched / chance).toBeCloseTo(Math.sqrt(funnel?.dispersion ?? 1), 0);
	});

	it('is not stretched about a few rates, of which one far off would hide itself', () => {
		const few = funnelOf([...alike.slice(0, 5), { part: 900, whole: 1000 }]);
		expect(few?.dispersion).toBeNull();
		expect(few?.positionOf({ part: 900, whole: 1000 })).toBe('far_above');
	});

	it('tells five positions apart', () => {
		const funnel = funnelOf(alike);
		const at = (part: number) => funnel?.positionOf({ part, whole: 1000 });
		// One standard error of 20% in 1,000 is 1.26 points.
		expect(at(200)).toBe('within');
		expect(at(230)).toBe('above');
		expect(at(245)).toBe('far_above');
		expect(at(171)).toBe('below');
		expect(at(155)).toBe('far_below');
	});

	it('says nothing of a single place, or where nobody is counted', () => {
		expect(funnelOf([{ part: 3, whole: 10 }])).toBeNull();
		expect(
			funnelOf([
				{ part: 0, whole: 10 },
				{ part: 0, whole: 20 }
			])
		).toBeNull();
	});

	it('has limits in order about the mean at every size', () => {
		const funnel = funnelOf(alike, 4);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 50_000 }), (whole) => {
				const { inner, outer } = funnel?.limits(whole) ?? { inner: null, outer: null };
				const all = [outer?.low, inner?.low, funnel?.mean, inner?.high, outer?.high];
				expect([...all].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(all);
			})
		);
	});
});

describe('the spread of z-scores', () => {
	it('is the mean of their squares, the outermost tenth drawn in to the next', () => {
		// Of ten, one at each end: −9 becomes −2, 30 becomes 3.
		const scores = [-9, -2, -1, 0, 0, 0, 1, 1, 3, 30];
		expect(dispersionOf(scores)).toBeCloseTo((4 + 4 + 1 + 1 + 1 + 9 + 9) / 10, 12);
		expect(dispersionOf([])).toBe(0);
	});
});
