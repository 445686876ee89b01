import { describe, expect, it } from 'vitest';
import { defaultChart, fitChart, periodOf } from '$lib/sql/chart-choice';
import { chartOf } from '$lib/sql/chart-model';
import type { Cell, Result } from '$lib/sql/cells';

function result(
	columns: Record<string, Result['columns'][number]['type']>,
	rows: Cell[][]
): Result {
	return { columns: Object.entries(columns).map(([name, type]) => ({ name, type })), rows };
}

const YEARS = result({ tahun: 'number', daerah: 'text', persen: 'number' }, [
	[2020, 'Bogor', 7.7],
	[2020, 'Jember', 10.1],
	[2021, 'Bogor', 8.1],
	[2021, 'Jember', null]
]);

describe('the chart of a result', () => {
	it('is a line where time moves, one for each name', () => {
		expect(defaultChart(YEARS)).toEqual({
			kind: 'line',
			x: 'tahun',
			y: ['persen'],
			series: 'daerah'
		});
	});

	it('is bars by the words rather than the codes, and nothing where there is no number', () => {
		const places = result({ kode: 'text', nama: 'text', n: 'number' }, [
			['32.01', 'Bogor', 1],
			['35.09', 'Jember', 2]
		]);
		expect(defaultChart(places)).toEqual({ kind: 'bars', x: 'nama', y: ['n'], series: null });
		expect(defaultChart(result({ nama: 'text' }, [['a']]))).toBeNull();
		expect(defaultChart(result({ n: 'number' }, []))).toBeNull();
	});

	it('is the reader’s where its columns are there', () => {
		const chosen = { kind: 'bars', x: 'daerah', y: ['persen'], series: null } as const;
		expect(fitChart(YEARS, chosen)).toBe(chosen);
		expect(fitChart(YEARS, { ...chosen, x: 'lain' })).toEqual(defaultChart(YEARS));
	});

	it('has a figure for each value and none for an empty one', () => {
		const choice = defaultChart(YEARS);
		if (!choice) throw new Error('no chart');
		const { model, left } = chartOf(YEARS, choice, { locale: 'id', demo: false, own: null });
		if (model.kind !== 'line') throw new Error(model.kind);
		expect(left).toBe(0);
		expect(
			model.series.map(({ label, figures }) => [label, figures.map(({ value }) => value)])
		).toEqual([
			['Bogor', [7.7, 8.1]],
			['Jember', [10.1, null]]
		]);
		expect(model.states).toEqual(['computed', 'missing']);
	});

	it('is marked where it may rest on made-up lists, and says what it leaves out', () => {
		const many = result(
			{ nama: 'text', n: 'number' },
			Array.from({ length: 100 }, (_, row) => [`Daerah ${row}`, row])
		);
		const choice = { kind: 'bars', x: 'nama', y: ['n'], series: null } as const;
		const { model, left } = chartOf(many, choice, { locale: 'id', demo: true, own: null });
		expect(left).toBe(40);
		expect(model.notes.join()).toContain('40');
		expect(model.states).toEqual(['demo']);
		expect(model.points[0]?.label).toBe('Daerah 0');
	});

	it('says of figures from the reader’s own files that they are, whatever stands beside them', () => {
		const rows = result({ nama: 'text', n: 'number', state: 'text' }, [['a', 1, 'published']]);
		const choice = { kind: 'bars', x: 'nama', y: ['n'], series: null } as const;
		for (const [own, word, state] of [
			['alone', 'berkas Anda sendiri', 'own'],
			['mixed', 'menggabungkan berkas Anda', 'computed']
		] as const) {
			const { model } = chartOf(rows, choice, { locale: 'id', demo: false, own });
			expect(model.states).toEqual([state]);
			expect(model.notes.join()).toContain(word);
		}
	});

	it('sets two measures beside each other, and says of neither that it rose', () => {
		const rows = result({ nama: 'text', miskin: 'number', keluarga: 'number' }, [
			['a', 1, 2],
			['b', 5, 3],
			['c', 5, 5]
		]);
		const choice = { kind: 'pairs', x: 'nama', y: ['miskin', 'keluarga'], series: null } as const;
		const { model } = chartOf(rows, choice, { locale: 'id', demo: false, own: null });
		expect(model.summary).toBe(
			'miskin lebih besar di 1 baris, keluarga di 1 baris; sama besar di 1.'
		);
		expect(model.table.corner).toBe('nama');
	});

	it('reads years, months and days as times', () => {
		expect(periodOf('2024')).toEqual({ start: '2024-01-01', end: '2024-12-31' });
		expect(periodOf('2024-02')).toEqual({ start: '2024-02-01', end: '2024-02-29' });
		expect(periodOf('2024-02-03 04:05:06')).toEqual({ start: '2024-02-03', end: '2024-02-03' });
		for (const other of ['1234', '20245', 'x', '']) expect(periodOf(other)).toBeNull();
	});
});
