import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankRanges } from '$lib/model/statistics/ranks';

describe('the range of ranks', () => {
	it('is the rank alone where intervals lie apart', () => {
		const apart = [
			{ low: 5, high: 6 },
			{ low: 1, high: 2 },
			{ low: 9, high: 9 }
		];
		expect(rankRanges(apart)).toEqual([
			[2, 2],
			[3, 3],
			[1, 1]
		]);
		expect(rankRanges(apart, 'lowest')).toEqual([
			[2, 2],
			[1, 1],
			[3, 3]
		]);
	});

	it('counts who surely stands before and after, and leaves the rest open', () => {
		// The middle one overlaps both, which do not overlap each other.
		expect(
			rankRanges([{ low: 6, high: 9 }, { low: 4, high: 7 }, { low: 1, high: 5 }, null])
		).toEqual([[1, 2], [1, 3], [2, 3], null]);
	});

	it('holds the true rank of everyone whose true value lies in the interval', () => {
		const place = fc
			.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 }), fc.nat(9))
			.map(([low, size, at]) => ({ low, high: low + size, value: low + Math.min(at, size) }));
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
				const ranges = rankRanges(places);
				places.forEach(({ value }, index) => {
					const [first, last] = ranges[index] ?? [0, 0];
					const before = places.filter((other) => other.value > value).length;
					const after = places.filter((other) => other.value < value).length;
					expect(first).toBeLessThanOrEqual(before + 1);
					expect(last).toBeGreaterThanOrEqual(places.length - after);
				});
			})
		);
	});
});
