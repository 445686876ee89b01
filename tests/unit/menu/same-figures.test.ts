import { describe, expect, it } from 'vitest';
import type { ChartModel } from '$lib/chart/model';
import { type StatedFigure, sameFigures } from '$lib/menu/same-figures';
import type { Figure } from '$lib/model';

const figure = (region: string, value: number | null): Figure => ({
	indicator: 'poverty_rate',
	region,
	period: { start: '2021-01-01', end: '2021-12-31' },
	value,
	unit: 'percent',
	state: value === null ? 'missing' : 'published',
	sourceId: 'bps',
	certainty: 'high',
	flag: null
});
const chart = {
	table: { rows: [{ cells: [[figure('32.01', 7.05)]] }, { cells: [[figure('32.02', null)]] }] }
} as unknown as ChartModel;
const stated = (region: string, value: string): StatedFigure => ({
	indicator: 'poverty_rate',
	region,
	period: '2021-01-01/2021-12-31',
	value,
	group: ''
});

describe('a chart whose page for frames was drawn beforehand', () => {
	it('is that page’s where all figures are the same, in whatever order', () => {
		expect(sameFigures(chart, [stated('32.02', ''), stated('32.01', '7.05')])).toBe(true);
	});

	it('is another where one figure is another, is there no more, or is there besides', () => {
		for (const others of [
			[stated('32.01', '7.06'), stated('32.02', '')],
			[stated('32.01', '7.05')],
			[stated('32.01', '7.05'), stated('32.02', ''), stated('32.03', '')],
			[stated('32.01', '7.05'), { ...stated('32.02', ''), group: 'decile=1' }]
		])
			expect(sameFigures(chart, others)).toBe(false);
	});
});
