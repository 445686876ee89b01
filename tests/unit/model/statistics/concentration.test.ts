import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConcentrationGroup, concentration } from '$lib/model/statistics/concentration';

const exact = (value: number) => ({ value, low: value, high: value });
const group = (people: number, amount: number): ConcentrationGroup => ({
	people: exact(people),
	amount: exact(amount)
});

/** India 1982-92, births and deaths under five by wealth: O'Donnell and others, 2008, table 8.1. */
const BIRTHS = [29_939, 28_776, 26_528, 24_689, 19_739];
const DEATHS_OF_THOUSAND = [154.7, 152.9, 119.5, 86.9, 54.3];

describe('the concentration index', () => {
	it('is that which the World Bank prints for deaths under five in India', () => {
		const groups = BIRTHS.map((births, nth) =>
			group(births, births * (DEATHS_OF_THOUSAND[nth] ?? 0))
		);
		const found = concentration(groups);
		expect(found?.index).toBeCloseTo(-0.1694, 4);
		expect([found?.low, found?.high]).toEqual([found?.index, found?.index]);
	});

	it('is nought where each gets the same, whatever the sizes of the groups', () => {
		expect(concentration([group(10, 100), group(70, 700), group(5, 50)])?.index).toBeCloseTo(0);
	});

	it('goes to its ends where all goes to few', () => {
		expect(concentration([group(1, 100), group(99, 0)])?.index).toBeCloseTo(-0.99);
		expect(concentration([group(99, 0), group(1, 100)])?.index).toBeCloseTo(0.99);
	});

	it('is not made of one group, or of nothing', () => {
		expect(concentration([group(10, 100)])).toBeNull();
		expect(concentration([group(10, 0), group(10, 0)])).toBeNull();
	});

	it('holds every true count and amount within its bounds', () => {
		const truth = fc.record({
			people: fc.integer({ min: 10, max: 500 }),
			mean: fc.integer({ min: 1000, max: 200_000 }),
			off: fc.integer({ min: -4, max: 4 }),
			part: fc.double({ min: 0.95, max: 1.05, noNaN: true })
		});
		fc.assert(
			fc.property(fc.array(truth, { minLength: 2, maxLength: 10 }), (groups) => {
				const told = groups.map(({ people, mean }) => ({
					people: { value: people, low: people - 4, high: people + 4 },
					amount: {
						value: people * mean,
						low: people * mean * 0.95,
						high: people * mean * 1.05
					}
				}));
				const real = groups.map(({ people, mean, off, part }) =>
					group(people + off, people * mean * part)
				);
				const { low = 1, high = -1 } = concentration(told) ?? {};
				const { index = 9 } = concentration(real) ?? {};
				expect(index).toBeGreaterThanOrEqual(low - 1e-12);
				expect(index).toBeLessThanOrEqual(high + 1e-12);
			})
		);
	});
});
