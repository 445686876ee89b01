import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	type BoundedCount,
	type Stratum,
	decomposeGap,
	standardise
} from '$lib/model/statistics/standardise';

const exact = (value: number): BoundedCount => ({ value, low: value, high: value });
const withheld: BoundedCount = { value: null, low: 0, high: 9 };
const stratum = (key: string, part: BoundedCount, whole: BoundedCount): Stratum => ({
	key,
	part,
	whole
});

describe('direct standardisation', () => {
	const strata = [stratum('young', exact(10), exact(100)), stratum('old', exact(150), exact(300))];

	it('weighs the rates by the composition of the standard', () => {
		const weights = new Map([
			['young', 300],
			['old', 100]
		]);
		// 10% × 3/4 + 50% × 1/4
		expect(standardise(strata, weights)).toEqual({
			share: expect.closeTo(0.2, 12) as number,
			low: expect.closeTo(0.2, 12) as number,
			high: expect.closeTo(0.2, 12) as number,
			withheld: []
		});
	});

	it('names a withheld group and leaves open what its counts leave open', () => {
		const open = [stratum('young', withheld, exact(90)), stratum('old', exact(150), exact(300))];
		const weights = new Map([
			['young', 1],
			['old', 1]
		]);
		const result = standardise(open, weights);
		expect(result).toMatchObject({ share: null, withheld: ['young'] });
		expect(result.low).toBeCloseTo(0.25, 12);
		expect(result.high).toBeCloseTo(0.25 + 0.05, 12);
	});

	it('knows nothing of a group of which no count is there', () => {
		const result = standardise([stratum('old', exact(1), exact(2))], new Map([['young', 4]]));
		expect(result).toEqual({ share: null, low: 0, high: 1, withheld: ['young'] });
	});
});

describe('what a gap is made of', () => {
	const gapOf = (first: Stratum[], second: Stratum[]) => {
		const place = (strata: Stratum[]) => ({
			part: strata.reduce((sum, { part }) => sum + (part.value ?? 0), 0),
			whole: strata.reduce((sum, { whole }) => sum + (whole.value ?? 0), 0),
			strata
		});
		return decomposeGap(place(first), place(second));
	};

	it('is rates where the composition is the same, and composition where rates are', () => {
		const base = [stratum('a', exact(10), exact(100)), stratum('b', exact(40), exact(100))];
		const better = [stratum('a', exact(20), exact(100)), stratum('b', exact(50), exact(100))];
		expect(gapOf(better, base)).toMatchObject({ composition: 0, withheld: [] });
		expect(gapOf(better, base)?.rates).toBeCloseTo(0.1, 12);
		const older = [stratum('a', exact(5), exact(50)), stratum('b', exact(60), exact(150))];
		expect(gapOf(older, base)?.rates).toBeCloseTo(0, 12);
		expect(gapOf(older, base)?.composition).toBeCloseTo(0.325 - 0.25, 12);
	});

	it('is divided as counted by hand where both differ', () => {
		// 0.7 × 10% + 0.3 × 30% = 16%; 0.4 × 20% + 0.6 × 50% = 38%.
		const first = [stratum('a', exact(70), exact(700)), stratum('b', exact(90), exact(300))];
		const second = [stratum('a', exact(80), exact(400)), stratum('b', exact(300), exact(600))];
		const gap = gapOf(first, second);
		expect(gap?.gap).toBeCloseTo(-0.22, 12);
		// −10% × 0.55 − 20% × 0.45, and 0.3 × 15% − 0.3 × 40%.
		expect(gap?.rates).toBeCloseTo(-0.145, 12);
		expect(gap?.composition).toBeCloseTo(-0.075, 12);
		expect(gap?.rest).toBeCloseTo(0, 12);
	});

	it('is nothing where a place has nobody', () => {
		expect(
			decomposeGap({ part: 0, whole: 0, strata: [] }, { part: 1, whole: 2, strata: [] })
		).toBeNull();
	});

	it('leaves open no less than what withheld groups truly hold', () => {
		const group = fc.record({
			part: fc.integer({ min: 0, max: 40 }),
			more: fc.integer({ min: 0, max: 90 })
		});
		const both = fc.array(fc.tuple(group, group), { minLength: 1, maxLength: 10 });
		fc.assert(
			fc.property(both, (groups) => {
				const place = (which: 0 | 1) => {
					const counts = groups.map((pair) => pair[which]);
					return {
						part: counts.reduce((sum, { part }) => sum + part, 0),
						whole: counts.reduce((sum, { part, more }) => sum + part + more + 1, 0),
						strata: counts.map(({ part, more }, index) =>
							stratum(
								String(index),
								part < 10 ? withheld : exact(part),
								part + more + 1 < 10 ? withheld : exact(part + more + 1)
							)
						)
					};
				};
				const gap = decomposeGap(place(0), place(1));
				if (!gap) throw new Error('there is a gap');
				expect(gap.rates + gap.composition + gap.rest).toBeCloseTo(gap.gap, 10);
				expect(gap.rest).toBeGreaterThanOrEqual(gap.open.low - 1e-9);
				expect(gap.rest).toBeLessThanOrEqual(gap.open.high + 1e-9);
			})
		);
	});
});
