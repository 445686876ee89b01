import { describe, expect, it } from 'vitest';
import { middleOf, timeTicks } from '$lib/chart/layout/ticks';
import { monthPeriod, yearPeriod } from '$lib/model';

const labels = (periods: Parameters<typeof timeTicks>[0], room: number) =>
	timeTicks(periods, room, 'en').map(({ label }) => label);

/** Months of 2024 and 2025, from the first to the 24th. */
const months = (...numbers: number[]) =>
	numbers.map((nth) => monthPeriod(2024 + Math.floor((nth - 1) / 12), ((nth - 1) % 12) + 1));

describe('the words under a time axis', () => {
	it('name only ends of quarters where figures stand there, however much room there is', () => {
		const quarters = months(3, 6, 9, 12, 15, 18, 21, 24);
		for (let room = 90; room <= 1200; room += 10) {
			const said = labels(quarters, room);
			expect(said[0]).toBe('Mar 2024');
			for (const word of said) expect(word).toMatch(/^(Mar|Jun|Sept?|Dec) /);
		}
		expect(labels(quarters, 1200)).toHaveLength(8);
		expect(labels(quarters, 400)).toEqual(['Mar 2024', 'Sept 2024', 'Mar 2025', 'Sept 2025']);
	});

	it('stand where the figures stand, so that the first and the last are on the axis', () => {
		const ticks = timeTicks(months(3, 6), 800, 'id');
		expect(ticks.map(({ at }) => at)).toEqual(months(3, 6).map(middleOf));
		expect(ticks.map(({ label }) => label)).toEqual(['Mar 2024', 'Jun 2024']);
	});

	it('are as many months apart as there is room for', () => {
		const all = months(...Array.from({ length: 12 }, (_, index) => index + 1));
		expect(labels(all, 1200)).toHaveLength(12);
		expect(labels(all, 300)).toEqual(['Jan 2024', 'May 2024', 'Sept 2024']);
		// A month without any figure has no words, and the others keep their steps.
		expect(labels(months(1, 2, 3, 5), 1200)).toEqual([
			'Jan 2024',
			'Feb 2024',
			'Mar 2024',
			'May 2024'
		]);
	});

	it('come again in the same months every year, so that they can be counted on', () => {
		const two = months(...Array.from({ length: 24 }, (_, index) => index + 1));
		expect(labels(two, 180)).toEqual(['Jan 2024', 'Jan 2025']);
		expect(labels(two, 430)).toEqual(['Jan 2024', 'Jul 2024', 'Jan 2025', 'Jul 2025']);
		// Where no such step leaves a second word, another does.
		expect(labels(two.slice(3, 12), 110).length).toBeGreaterThan(1);
	});

	it('are years where the figures are of years, and nothing without figures', () => {
		expect(labels([yearPeriod(2023), yearPeriod(2024)], 800)).toEqual(['2023', '2024']);
		expect(labels([], 800)).toEqual([]);
	});
});
