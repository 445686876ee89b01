import { describe, expect, it } from 'vitest';
import type { ChartModel } from '$lib/chart/model';
import { chartTable } from '$lib/menu/chart-table';
import type { BoundedFigure, Figure } from '$lib/model';

const figure = (change: Partial<Figure>): Figure => ({
	indicator: 'pkh_families_per_100_poor',
	region: '32.01',
	period: { start: '2024-01-01', end: '2024-12-31' },
	value: 25.68777976723366,
	unit: 'families_per_100_people',
	state: 'computed',
	sourceId: 'dinsos',
	certainty: 'high',
	flag: null,
	...change
});

/** A chart of those figures, from two sources. */
const tableOf = (figures: readonly Figure[], locale: 'id' | 'en' = 'id') => {
	const model = {
		id: 'peta',
		locale,
		title: 'T',
		subtitle: '',
		notes: [],
		states: [],
		certainties: [],
		points: [],
		sources: ['dinsos', 'bps'].map((id) => ({ id, publisher: id, title: '', date: '' })),
		table: {
			corner: 'Wilayah',
			columns: ['Nilai'],
			rows: [{ key: 'a', label: 'A', cells: [figures] }]
		}
	} as unknown as ChartModel;
	const { columns, rows, notes } = chartTable(model, 'a', {
		address: '',
		date: '2026-11-29',
		datasets: []
	});
	return {
		names: columns.map(({ name }) => name),
		labels: columns.map(({ label }) => label),
		notes,
		cells: rows.map((row) =>
			Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]))
		)
	};
};

describe('a chart’s table as a file', () => {
	it('names both sources of what was worked out of two, and one of what one publishes', () => {
		expect(tableOf([figure({})]).cells[0]).toMatchObject({ sumber: 'dinsos; bps', nilai: 25.6878 });
		const published = figure({ state: 'published', value: 1 / 3 });
		expect(tableOf([published]).cells[0]).toMatchObject({ sumber: 'dinsos', nilai: 1 / 3 });
		expect(
			tableOf([figure({}), figure({ state: 'published', sourceId: 'bps' })]).cells[0]
		).toMatchObject({ sumber: 'dinsos' });
	});

	it('says of each figure of lists whether all lists had come, and above the rows where some had not', () => {
		const bounded = (incomplete: boolean): BoundedFigure => ({
			...figure({ state: 'demo', sourceId: 'demo' }),
			bounds: [20, 30],
			incomplete
		});
		const published = figure({ state: 'published' });
		const partly = tableOf([bounded(true), bounded(false), published]);
		expect(partly.cells.map((row) => row['belum_lengkap'])).toEqual([true, false, null]);
		expect(partly.notes.find(({ name }) => name === 'Kelengkapan')?.value).toMatch(/belum masuk/);
		const whole = tableOf([bounded(false), published]);
		expect(whole.notes.some(({ name }) => name === 'Kelengkapan')).toBe(false);
		const english = tableOf([bounded(true)], 'en');
		expect(english.labels).toContain('Lists of some districts had not come');
		expect(english.notes.find(({ name }) => name === 'Completeness')?.value).toMatch(
			/not complete/i
		);
	});

	it('has columns of one name in both languages, explained in the page’s own', () => {
		const [id, en] = [tableOf([figure({})], 'id'), tableOf([figure({})], 'en')];
		expect(en.names).toEqual(id.names);
		expect(id.labels).toContain('Batas bawah');
		expect(en.labels).toContain('Lower bound');
	});
});
