import { describe, expect, it } from 'vitest';
import type { ScatterModel } from '$lib/chart/model-scatter';
import { fromHash, toHash } from '$lib/sql/address';
import type { Cell, Result } from '$lib/sql/cells';
import { type ChartChoice, defaultChart, fitChart } from '$lib/sql/chart-choice';
import { asKind, kindsFor } from '$lib/sql/chart-kinds';
import { chartOf } from '$lib/sql/chart-model';
import { MOST_POINTS } from '$lib/sql/scatter-model';

function result(
	columns: Record<string, Result['columns'][number]['type']>,
	rows: Cell[][]
): Result {
	return { columns: Object.entries(columns).map(([name, type]) => ({ name, type })), rows };
}

const SITE = { locale: 'id', demo: false, own: null } as const;

function scatter(rows: Result, choice: ChartChoice, origin: Parameters<typeof chartOf>[2] = SITE) {
	const { model, left } = chartOf(rows, choice, origin);
	if (model.kind !== 'scatter') throw new Error(model.kind);
	return { model: model satisfies ScatterModel, left };
}

const PLACES = result({ daerah: 'text', miskin: 'number', keluarga: 'number' }, [
	['Bogor', 7.5, 210],
	['Jember', 9.5, null],
	['Cianjur', null, 40],
	['Garut', 10, 90]
]);
const CHOICE = { kind: 'scatter', x: 'miskin', y: ['keluarga'], series: 'daerah' } as const;

const many = (count: number) =>
	result(
		{ nama: 'text', a: 'number', b: 'number' },
		Array.from({ length: count }, (_, row) => [`Daerah ${row}`, row, (row * 7919) % count])
	);

describe('a scatter of a result', () => {
	it('is drawn unasked where two numbers have no name, or more names than there may be bars', () => {
		const nameless = result({ a: 'number', b: 'number' }, [
			[1, 2],
			[3, 4]
		]);
		expect(defaultChart(nameless)).toEqual({ kind: 'scatter', x: 'a', y: ['b'], series: null });
		expect(defaultChart(many(100))).toEqual({ kind: 'scatter', x: 'a', y: ['b'], series: 'nama' });
	});

	it('takes the place of no bars and no line', () => {
		expect(defaultChart(PLACES)?.kind).toBe('bars');
		const years = result({ tahun: 'number', a: 'number', b: 'number' }, [
			[2020, 1, 2],
			[2021, 3, 4]
		]);
		expect(defaultChart(years)?.kind).toBe('line');
		const single = result({ a: 'number', b: 'number' }, [[1, 2]]);
		expect(defaultChart(single)).toBeNull();
	});

	it('is offered where there are two numbers, and takes the columns of the chart before it', () => {
		expect(kindsFor(PLACES)).toEqual(['bars', 'pairs', 'scatter']);
		expect(kindsFor(result({ daerah: 'text', n: 'number' }, [['a', 1]]))).toEqual(['bars']);
		const bars = { kind: 'bars', x: 'daerah', y: ['keluarga'], series: null } as const;
		expect(asKind(PLACES, bars, 'scatter')).toEqual({ ...CHOICE, x: 'keluarga', y: ['miskin'] });
		expect(asKind(PLACES, CHOICE, 'pairs')).toEqual({
			kind: 'pairs',
			x: 'daerah',
			y: ['miskin', 'keluarga'],
			series: null
		});
		expect(asKind(PLACES, CHOICE, 'bars')).toEqual({ ...bars, y: ['miskin'] });
	});

	it('is held by a permanent link, and given up where a column is no number any more', () => {
		const link = { sql: 'SELECT 1', chart: CHOICE, data: '' };
		expect(fromHash(toHash(link))).toEqual(link);
		expect(fitChart(PLACES, CHOICE)).toBe(CHOICE);
		expect(fitChart(PLACES, { ...CHOICE, x: 'daerah' })?.kind).toBe('bars');
	});

	it('names points and axes, and says how many rows lack one of the two', () => {
		const { model, left } = scatter(PLACES, CHOICE);
		expect(left).toBe(0);
		expect(model.title).toBe('keluarga terhadap miskin');
		expect(model.marks.map(({ label }) => label)).toEqual(['Bogor', 'Garut']);
		expect(model.axes.across.label).toBe('miskin');
		expect(model.notes).toEqual([
			'Baris yang tidak digambar karena salah satu dari kedua angkanya tidak ada: 2.'
		]);
		expect(model.table.rows.map(({ label }) => label)).toEqual([
			'Bogor',
			'Jember',
			'Cianjur',
			'Garut'
		]);
		expect(model.table).toMatchObject({ corner: 'daerah', columns: ['miskin', 'keluarga'] });
	});

	it('numbers points by their rows where no column names them', () => {
		const { model } = scatter(PLACES, { ...CHOICE, series: null });
		expect(model.marks.map(({ label }) => label)).toEqual(['Baris 1', 'Baris 4']);
		expect(model.named).toBe(false);
	});

	it('gives an axis the unit that stands right behind its number, and no other', () => {
		const rows = result({ a: 'number', unit: 'text', b: 'number' }, [
			[1, 'families', 2],
			[3, 'families', 4]
		]);
		const { model } = scatter(rows, { kind: 'scatter', x: 'a', y: ['b'], series: null });
		expect(model.axes.across).toEqual({ label: 'a (keluarga)', unit: 'families' });
		expect(model.axes.up).toEqual({ label: 'b', unit: 'number' });
	});

	it('takes points evenly from very many rows, the first of them among them, and says so', () => {
		const { model, left } = scatter(many(12_000), {
			kind: 'scatter',
			x: 'a',
			y: ['b'],
			series: 'nama'
		});
		expect(model.marks).toHaveLength(MOST_POINTS);
		expect(left).toBe(7000);
		expect(model.notes[0]).toContain('Digambar 5.000 dari 12.000 titik');
		expect(model.marks[0]?.label).toBe('Daerah 0');
		const values = model.marks.map(({ across }) => across.value ?? 0);
		expect(values.at(-1)).toBeGreaterThan(11_990);
		const gaps = values.slice(1).map((value, at) => value - (values[at] ?? 0));
		expect(new Set(gaps)).toEqual(new Set([2, 3]));
	});

	it('bears the mark of made-up lists and of own files', () => {
		expect(scatter(PLACES, CHOICE, { ...SITE, demo: true }).model.states).toContain('demo');
		const own = scatter(PLACES, CHOICE, { ...SITE, own: 'alone' }).model;
		expect(own.states).toContain('own');
		expect(own.notes.join()).toContain('berkas Anda sendiri');
	});
});

describe('the state beside a value', () => {
	it('is believed by its code and by its words, in either language', () => {
		const bars = { kind: 'bars', x: 'nama', y: ['n'], series: null } as const;
		for (const [name, state] of [
			['state', 'published'],
			['keadaan', 'diterbitkan sumber'],
			['state', 'published by its source']
		] as const) {
			const rows = result({ nama: 'text', n: 'number', [name]: 'text' }, [['a', 1, state]]);
			expect(chartOf(rows, bars, SITE).model.states, state).toEqual(['published']);
		}
	});
});
