import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScatter } from '../../../src/lib/chart/build/scatter';
import { findLive, placesLive } from '../../../src/lib/chart/layout/find';
import { layoutScatter } from '../../../src/lib/chart/layout/scatter';
import { NARROW, WIDE, fontSize, heightOf } from '../../../src/lib/chart/layout/size';
import { textWidth } from '../../../src/lib/chart/layout/text';
import { drawSvg } from '../../../src/lib/chart/render/draw';
import { walk } from '../../../src/lib/chart/walk';
import type { Figure } from '../../../src/lib/model';
import { figure, frame } from './samples';

const LONG = 'keluarga_penerima_manfaat_program_keluarga_harapan_per_100_orang_miskin';

function timeless(value: number | null): Figure {
	return { ...figure('', 2024, value), period: { start: '', end: '' } };
}

function scatter(values: readonly (readonly [number | null, number | null])[], up = 'miskin') {
	return buildScatter({
		...frame(),
		corner: 'daerah',
		named: true,
		axes: {
			across: { name: 'keluarga', unit: 'families' },
			up: { name: up, unit: 'families' }
		},
		rows: values.map(([across, high], index) => ({
			key: String(index),
			label: `Kabupaten ${index}`,
			across: timeless(across),
			up: timeless(high)
		}))
	});
}

const size = (model: ReturnType<typeof scatter>, width: number) => ({
	width,
	height: heightOf(model, width)
});

describe('a scatter plot', () => {
	it('has a point for each row of two values, from left to right, and none at zero for the others', () => {
		const model = scatter([
			[30, 1],
			[10, null],
			[20, 9],
			[null, 4],
			[0, 0]
		]);
		expect(model.marks.map(({ label }) => label)).toEqual([
			'Kabupaten 4',
			'Kabupaten 2',
			'Kabupaten 0'
		]);
		expect(model.table.rows).toHaveLength(5);
		const { plot, places } = layoutScatter(model, size(model, WIDE));
		expect(places.size).toBe(3);
		expect(places.get('4')).toMatchObject({ x: plot.left, y: plot.bottom });
	});

	it('says both values of a point, with their units and their state', () => {
		const model = scatter([[1200, 30]]);
		expect(model.points[0]?.spoken).toBe(
			'Kabupaten 0, miskin: 30 keluarga, diterbitkan sumber; keluarga: 1.200 keluarga'
		);
		const without = scatter([[1200, null]]);
		expect(without.points[0]?.spoken).toContain('miskin: data tidak ada; keluarga: 1.200 keluarga');
	});

	it('tells whoever does not see it how far the values reach and whether they rise together', () => {
		const rising = scatter(Array.from({ length: 12 }, (_, at) => [at, at * at] as const));
		expect(rising.summary).toContain('Titik yang digambar: 12.');
		expect(rising.summary).toContain('miskin: dari 0 keluarga sampai 121 keluarga.');
		expect(rising.summary).toContain('Korelasi peringkat (Spearman): 1,00');
		expect(scatter([[1, 2]]).summary).not.toContain('Korelasi');
		expect(scatter([[1, null]]).summary).toBe('Tidak ada baris yang punya kedua angkanya.');
	});

	it('is walked from left to right, then through the rows that have no place', () => {
		const { points } = scatter([
			[30, 1],
			[10, null],
			[20, 9]
		]);
		expect(walk(points, null, 'ArrowRight')?.key).toBe('2');
		expect(walk(points, '2', 'ArrowRight')?.key).toBe('0');
		expect(walk(points, '0', 'ArrowDown')?.key).toBe('1');
	});

	it('is found where it is drawn', () => {
		const model = scatter([
			[1, 2],
			[5, 9],
			[9, 1]
		]);
		for (const width of [NARROW, WIDE])
			for (const [key, { x, y }] of placesLive(model, size(model, width)))
				expect(findLive(model, size(model, width), x + 1, y - 1)).toBe(key);
	});

	it('keeps every point, tick and name inside the drawing, whatever the values are', () => {
		const number = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
		fc.assert(
			fc.property(
				fc.array(fc.tuple(number, number), { maxLength: 80 }),
				fc.constantFrom(NARROW, 440, WIDE),
				fc.constantFrom('a', LONG, LONG.replaceAll('_', '')),
				(values, width, up) => {
					const model = scatter(values, up);
					const { height } = size(model, width);
					const layout = layoutScatter(model, { width, height });
					const { left, right, top, bottom } = layout.plot;
					expect(right - left).toBeGreaterThan(width / 2);
					expect(bottom - top).toBeGreaterThan(200);
					for (const { x, y } of layout.places.values()) {
						expect(Math.min(x - left, right - x)).toBeGreaterThan(-0.001);
						expect(Math.min(y - top, bottom - y)).toBeGreaterThan(-0.001);
					}
					const said = layout.names.up.join('').replaceAll(' ', '');
					expect(said).toBe(`↑ ${model.axes.up.label}`.replaceAll(' ', ''));
					for (const line of layout.names.up)
						expect(textWidth(line, fontSize(width))).toBeLessThanOrEqual(width);
				}
			)
		);
	});

	it('names the outermost points first, and none where thousands would be hidden', () => {
		const crowd = Array.from({ length: 50 }, (_, at) => [50 + (at % 7), 50 + (at % 9)] as const);
		const model = scatter([...crowd, [0, 0], [100, 100]]);
		for (const width of [NARROW, WIDE]) {
			const { named } = layoutScatter(model, size(model, width));
			expect(named.slice(0, 2).map(({ mark }) => mark.key)).toEqual(['50', '51']);
		}
		const many = scatter(Array.from({ length: 601 }, (_, at) => [at, at] as const));
		expect(layoutScatter(many, size(many, WIDE)).named).toEqual([]);
	});

	it('draws five thousand points as one path', () => {
		const model = scatter(
			Array.from({ length: 5000 }, (_, at) => [at, (at * 7919) % 5000] as const)
		);
		const svg = drawSvg(model, size(model, WIDE));
		expect(svg.match(/<path/g)?.length).toBeLessThan(12);
		const drawn = [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path = '']) => path);
		const longest = drawn.reduce((best, path) => (path.length > best.length ? path : best), '');
		expect(longest.match(/M/g)).toHaveLength(5000);
	});
});
