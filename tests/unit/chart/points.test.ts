import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBars } from '../../../src/lib/chart/build/bars';
import { buildLine } from '../../../src/lib/chart/build/line';
import { buildMultiples } from '../../../src/lib/chart/build/multiples';
import { buildPairs } from '../../../src/lib/chart/build/pairs';
import { placesOf } from '../../../src/lib/chart/layout/layout';
import { NARROW, WIDE, heightOf } from '../../../src/lib/chart/layout/size';
import type { ChartModel } from '../../../src/lib/chart/model';
import type { PlacedLive } from '../../../src/lib/chart/shaded';
import { walk } from '../../../src/lib/chart/walk';
import { FIGURE_STATES, FLAGS } from '../../../src/lib/model';
import { figure, frame } from './samples';

const anyFigure = fc
	.record({
		region: fc.constantFrom('32.01', '32.02', '32.73'),
		year: fc.integer({ min: 2017, max: 2024 }),
		value: fc.double({ min: 0, max: 1e12, noNaN: true }),
		state: fc.constantFrom(...FIGURE_STATES),
		flag: fc.option(fc.constantFrom(...FLAGS))
	})
	.map(({ region, year, value, state, flag }) => figure(region, year, value, state, flag));

const rows = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), anyFigure), {
	maxLength: 20
});

const anyModel: fc.Arbitrary<Exclude<ChartModel, PlacedLive>> = rows.chain((list) => {
	const named = list.map(([label, value]) => ({ label, figure: value }));
	const series = ['a', 'b', 'c'].map((key, index) => ({
		key,
		label: key,
		role: (['chosen', 'compared', 'context'] as const)[index] ?? 'context',
		figures: list.filter((_, at) => at % 3 === index).map(([, value]) => value)
	}));
	const pairs = named.slice(1).map((row, index) => ({
		key: row.figure.region,
		label: row.label,
		before: named[index]?.figure ?? row.figure,
		after: row.figure
	}));
	const labels = { before: 'a', after: 'b' };
	return fc.constantFrom<Exclude<ChartModel, PlacedLive>>(
		buildBars({ ...frame(), rows: named }),
		buildLine({ ...frame(), series }),
		buildPairs({ ...frame(), rows: pairs, labels }),
		buildMultiples({ ...frame(), panels: [{ key: 'p', label: 'P', series }] })
	);
});

const key = (value: object) => JSON.stringify(value);

describe('whatever the rows', () => {
	it("a model's points are the table's figures, each once, in order", () => {
		fc.assert(
			fc.property(anyModel, (model) => {
				const cells = model.table.rows.flatMap((row) => row.cells.flat());
				const points = model.points.map((point) => point.figure);
				expect(points.map(key).sort()).toEqual(cells.map(key).sort());
				expect(new Set(model.points.map((point) => point.key)).size).toBe(points.length);
				for (const row of model.table.rows)
					expect(row.cells).toHaveLength(model.table.columns.length);
			})
		);
	});

	it('every point has a place inside the drawing', () => {
		fc.assert(
			fc.property(anyModel, fc.constantFrom(NARROW, WIDE), (model, width) => {
				const size = { width, height: heightOf(model, width) };
				const places = placesOf(model, size);
				for (const point of model.points) {
					const place = places.get(point.key);
					expect(place?.x).toBeGreaterThanOrEqual(0);
					expect(place?.x).toBeLessThanOrEqual(size.width);
					expect(place?.y).toBeGreaterThanOrEqual(0);
					expect(place?.y).toBeLessThanOrEqual(size.height);
				}
			})
		);
	});

	it('a model survives JSON', () => {
		fc.assert(
			fc.property(anyModel, (model) => {
				expect(JSON.parse(JSON.stringify(model))).toEqual(model);
			})
		);
	});
});

describe('the walk', () => {
	const model = buildLine({
		...frame(),
		series: [
			{ key: 'a', label: 'A', figures: [2017, 2018, 2019].map((year) => figure('32', year, 1)) },
			{ key: 'b', label: 'B', figures: [2018, 2019].map((year) => figure('33', year, 2)) }
		]
	});
	const go = (...keys: Parameters<typeof walk>[2][]) =>
		keys.reduce<string | null>((at, key) => walk(model.points, at, key)?.key ?? null, null);

	it('begins at the first point, and End at the last', () => {
		expect(go('ArrowRight')).toBe('a|2017-01-01/2017-12-31');
		expect(go('End')).toBe('b|2019-01-01/2019-12-31');
	});

	it('goes along a line, between lines and to the ends, and stays at the edge', () => {
		expect(go('ArrowRight', 'ArrowRight', 'ArrowDown')).toBe('b|2018-01-01/2018-12-31');
		expect(go('ArrowRight', 'End')).toBe('a|2019-01-01/2019-12-31');
		expect(go('End', 'Home')).toBe('b|2018-01-01/2018-12-31');
		expect(go('End', 'ArrowRight')).toBe('b|2019-01-01/2019-12-31');
		expect(go('ArrowRight', 'ArrowUp')).toBe('a|2017-01-01/2017-12-31');
	});

	it('reaches every point by going right', () => {
		let at: string | null = null;
		const seen = new Set<string>();
		for (let step = 0; step < 5; step += 1) {
			at = walk(model.points, at, 'ArrowRight')?.key ?? null;
			if (at !== null) seen.add(at);
		}
		expect(seen.size).toBe(5);
	});
});
