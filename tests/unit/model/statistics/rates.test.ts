import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialQuantiles } from '$lib/model/statistics/binomial';
import { differ } from '$lib/model/statistics/interval';
import { rateNoise, roundingVariance } from '$lib/model/statistics/noise';
import { normalQuantile } from '$lib/model/statistics/normal';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import { KEY_SPACE, ROUNDING, roundCount } from '$lib/protect/rounding';

describe('the normal distribution', () => {
	it('has the quantiles of printed tables', () => {
		expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 8);
		expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 8);
		expect(normalQuantile(0.0001)).toBeCloseTo(-3.719016485455709, 8);
		expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
	});

	it('has none for what is certain', () => {
		expect(() => normalQuantile(1)).toThrow(RangeError);
		expect(() => normalQuantile(0)).toThrow(RangeError);
	});
});

describe('the noise of the protection', () => {
	it('is what the rounding itself does, over all remainders and keys', () => {
		let squares = 0;
		for (let n = 100; n < 100 + ROUNDING.base; n += 1)
			for (let key = 0; key < KEY_SPACE; key += 1) squares += (roundCount(n, key) - n) ** 2;
		const variance = squares / (ROUNDING.base * KEY_SPACE);
		expect(variance).toBeCloseTo(roundingVariance(ROUNDING.base), 3);
		expect(roundingVariance(5)).toBe(4);
		expect(roundingVariance(1)).toBe(0);
	});

	it('of a rate is what rounding two counts does to it', () => {
		// 200 of 1,000: both counts wander by a variance of 4.
		const [part, whole] = [200, 1000];
		let squares = 0;
		let count = 0;
		for (let r = 0; r < 5; r += 1)
			for (let s = 0; s < 5; s += 1)
				for (let up = 0; up < 4; up += 1) {
					const a = up % 2 === 0 ? [5 - r, r / 5] : [-r, 1 - r / 5];
					const b = up < 2 ? [5 - s, s / 5] : [-s, 1 - s / 5];
					const chance = (a[1] ?? 0) * (b[1] ?? 0);
					const rate = (part + (a[0] ?? 0)) / (whole + (b[0] ?? 0));
					squares += chance * (rate - part / whole) ** 2;
					count += chance;
				}
		expect(squares / count).toBeCloseTo(rateNoise(0.2, whole, 4), 8);
		expect(rateNoise(0.2, whole, 4)).toBeCloseTo(4.16e-6, 12);
	});
});

describe('quantiles of a binomial proportion', () => {
	it('stand between whole counts as counted by hand', () => {
		// Two coins: P(0) = 1/4, P(≤ 1) = 3/4. The tenth lies 60% down the count of 0.
		expect(binomialQuantiles(2, 0.5, [0.1, 0.25, 0.5, 1 - 0.125])).toEqual([
			0,
			0,
			expect.closeTo(0.25, 12),
			expect.closeTo(0.75, 12)
		]);
		// Ten tries at 0.3: P(≤ 5) = 0.95265, P(≤ 6) = 0.98941; 0.975 lies 0.01441 ÷ 0.03676 below 6.
		expect(binomialQuantiles(10, 0.3, [0.975])[0]).toBeCloseTo(
			(6 - 0.0144079 / 0.036756909) / 10,
			5
		);
	});

	it('come to those of the normal distribution where the whole is large', () => {
		const [low = 0, high = 0] = binomialQuantiles(1_000_000, 0.4, [0.001, 0.999]);
		const spread = 3.090232306 * Math.sqrt((0.4 * 0.6) / 1_000_000);
		expect(low).toBeCloseTo(0.4 - spread, 5);
		expect(high).toBeCloseTo(0.4 + spread, 5);
	});

	it('rise with the probability and stay shares', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 5000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(size, share) => {
					const found = binomialQuantiles(size, share, [0.001, 0.025, 0.5, 0.975, 0.999]);
					expect([...found].sort((a, b) => a - b)).toEqual(found);
					expect(found.every((value) => value >= 0 && value <= 1)).toBe(true);
				}
			)
		);
	});
});

describe('the interval of a rate', () => {
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('of %i in %i is that of Newcombe 1998', (part, whole, low, high) => {
		const interval = rateInterval({ part, whole }, 0.95);
		expect(interval.low).toBeCloseTo(low, 4);
		expect(interval.high).toBeCloseTo(high, 4);
	});

	it('meets the mean exactly at the limits that Public Health England draws', () => {
		// Their funnel test data, baseline 80.642448%: a whole of 1,008 has limits 76.796814 and 84.488082.
		const [whole, baseline] = [1008, 0.80642448];
		const at = (share: number) => rateInterval({ part: share * whole, whole }, 0.998);
		expect(at(0.76796814).high).toBeCloseTo(baseline, 5);
		expect(at(0.84488082).low).toBeCloseTo(baseline, 5);
	});

	it('only grows by the noise of the protection, and holds the rate', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 10, max: 20_000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(whole, share) => {
					const counted = { part: Math.round(whole * share), whole };
					const plain = rateInterval(counted, 0.95);
					const noisy = rateInterval(counted, 0.95, 4);
					expect(noisy.low).toBeLessThanOrEqual(plain.low + 1e-9);
					expect(noisy.high).toBeGreaterThanOrEqual(plain.high - 1e-9);
					expect(plain.low).toBeLessThanOrEqual(counted.part / whole + 1e-9);
					expect(plain.high).toBeGreaterThanOrEqual(counted.part / whole - 1e-9);
				}
			)
		);
	});

	it('has ends that solve the equation it is made of', () => {
		const [part, whole, z] = [60, 400, normalQuantile(0.975)];
		const { low, high } = rateInterval({ part, whole }, 0.95, 4);
		for (const end of [low, high]) {
			const variance = (end * (1 - end)) / whole + rateNoise(end, whole, 4);
			expect((part / whole - end) ** 2).toBeCloseTo(z * z * variance, 10);
		}
	});
});

describe('several intervals at once', () => {
	it('hold together with the level that each has, to the power of their number', () => {
		expect(jointLevel(0.95, 38) ** 38).toBeCloseTo(0.95, 12);
		expect(jointLevel(0.95, 1)).toBe(0.95);
	});

	it('differ only where they have no value in common', () => {
		expect(differ({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(false);
		expect(differ({ low: 1, high: 2 }, { low: 2.1, high: 3 })).toBe(true);
		expect(differ({ low: 4, high: 5 }, { low: 1, high: 3 })).toBe(true);
	});
});
