import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, findBounds, toClasses } from '../../../src/lib/chart/build/classes';

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

describe('classes', () => {
	it('by quantile hold as many values each as rounding allows', () => {
		const bounds = findBounds(hundred, 'quantile', 5);
		expect(bounds).toEqual([20, 40, 60, 80]);
		expect(toClasses(hundred, bounds, 'families', 'id').map(({ count }) => count)).toEqual([
			19, 20, 20, 20, 21
		]);
	});

	it('of one width begin at round numbers', () => {
		expect(findBounds([3, 47, 12], 'even', 5)).toEqual([10, 20, 30, 40]);
	});

	it('of the middle are not stretched by a few far values, which fall into the open ends', () => {
		const crowded = [2, ...hundred.map((value) => 50 + value / 5), 85];
		expect(findBounds(crowded, 'even', 6)).toEqual([20, 40, 60, 80]);
		const bounds = findBounds(crowded, 'middle', 6);
		expect(bounds).toEqual([55, 60, 65]);
		const classes = toClasses(crowded, bounds, 'percent', 'en');
		expect(classes.map(({ count }) => count)).toEqual([25, 25, 25, 27]);
		// Where most are one and the same there is no middle to cut.
		expect(findBounds([0, ...hundred.map(() => 50), 100], 'middle', 6)).toEqual(
			findBounds([0, 50, 100], 'even', 6)
		);
	});

	it('put a bound into the class above it', () => {
		expect([9.99, 10, 20].map((value) => classOf(value, [10, 20]))).toEqual([1, 2, 3]);
	});

	it('say their bounds as numbers are written', () => {
		const labels = (locale: 'id' | 'en') =>
			toClasses([1, 8, 20], [7.5, 12], 'percent', locale).map(({ label }) => label);
		expect(labels('id')).toEqual(['di bawah 7,5%', '7,5%–12,0%', '12,0% atau lebih']);
		expect(labels('en')).toEqual(['under 7.5%', '7.5%–12.0%', '12.0% or more']);
	});

	it('are one where all values are equal, and none of nothing', () => {
		expect(findBounds([4, 4, 4], 'quantile', 5)).toEqual([]);
		expect(toClasses([4, 4, 4], [], 'families', 'id')).toMatchObject([{ count: 3, label: '4' }]);
		expect(toClasses([], [], 'families', 'id')).toEqual([]);
	});

	it('rise, are seven at most and hold every value, whatever the values', () => {
		const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
		fc.assert(
			fc.property(
				fc.array(value, { minLength: 1, maxLength: 60 }),
				fc.constantFrom('quantile' as const, 'even' as const, 'middle' as const),
				fc.integer({ min: 1, max: 12 }),
				(values, method, count) => {
					const bounds = findBounds(values, method, count);
					expect(bounds.length).toBeLessThan(Math.min(count, 7) || 1);
					expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
					const classes = toClasses(values, bounds, 'points', 'id');
					expect(classes.reduce((sum, entry) => sum + entry.count, 0)).toBe(values.length);
				}
			)
		);
	});
});
