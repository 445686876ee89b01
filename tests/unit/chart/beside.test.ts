import { describe, expect, it } from 'vitest';
import { fitBeside } from '$lib/chart/layout/beside';
import { layoutMultiples } from '$lib/chart/layout/multiples';
import { NARROW, WIDE, heightOf, panelColumns } from '$lib/chart/layout/size';
import { textWidth } from '$lib/chart/layout/text';
import { buildMultiples } from '$lib/chart/build/multiples';
import { type Figure, monthPeriod } from '$lib/model';

function figure(month: number): Figure {
	return {
		indicator: 'kmp_uptake',
		region: '32.01',
		period: monthPeriod(2024 + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1),
		value: month,
		unit: 'percent',
		state: 'published',
		certainty: 'high',
		flag: null,
		sourceId: 'x',
		note: ''
	} as unknown as Figure;
}

const panelsOf = (count: number, notes: readonly string[] = []) =>
	buildMultiples({
		id: 'kurun',
		locale: 'en',
		title: 'Title',
		subtitle: 'Subtitle',
		unit: 'percent',
		sources: [],
		notes,
		panels: Array.from({ length: count }, (_, index) => ({
			key: String(index),
			label: `Place ${String(index)}`,
			series: [
				{ key: 'a', label: `Place ${String(index)}`, figures: [3, 14, 24].map((at) => figure(at)) }
			]
		}))
	});

describe('small panels', () => {
	it('stand in rows that are all but equally long, two to a row on a phone', () => {
		expect([2, 3, 4, 5, 6, 9, 27].map((count) => panelColumns(WIDE, count))).toEqual([
			2, 3, 4, 3, 3, 3, 4
		]);
		expect([2, 6, 27].map((count) => panelColumns(NARROW, count))).toEqual([2, 2, 2]);
	});

	it('are the higher the fewer they are, and never lower than can be read', () => {
		const each = (count: number, width: number) =>
			heightOf(panelsOf(count), width) / Math.ceil(count / panelColumns(width, count));
		expect(each(2, WIDE)).toBeGreaterThan(each(6, WIDE));
		expect(each(6, WIDE)).toBeGreaterThan(125);
		for (const width of [NARROW, WIDE])
			for (const count of [1, 2, 6, 27]) expect(each(count, width)).toBeGreaterThanOrEqual(111);
	});

	it('name both ends of their time without the two touching', () => {
		for (const width of [NARROW, 320, WIDE])
			for (const count of [2, 6]) {
				const model = panelsOf(count);
				const { times, panels } = layoutMultiples(model, { width, height: heightOf(model, width) });
				const plot = panels[0]?.plot;
				const taken = times.reduce((sum, { label }) => sum + textWidth(label, 11.5), 0);
				expect(times).toHaveLength(2);
				expect(taken).toBeLessThan((plot?.right ?? 0) - (plot?.left ?? 0));
			}
	});
});

describe('the words of a chart', () => {
	it('stand beside it where they fit, and below where they are far longer than it is high', () => {
		expect(fitBeside(panelsOf(6))).toBe(true);
		const long = Array.from({ length: 8 }, () =>
			'A note that is as long as notes may be. '.repeat(4)
		);
		expect(fitBeside(panelsOf(6, long))).toBe(false);
	});
});
