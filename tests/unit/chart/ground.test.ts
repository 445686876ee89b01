import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { clipRing, ownLines } from '../../../src/lib/chart/ground/clip';
import { coast } from '../../../src/lib/chart/ground/coast';
import { readOutlines } from '../../../src/lib/chart/ground/outlines';
import type { Extent, Ring, Spot } from '../../../src/lib/chart/model';
import { hatch } from '../../../src/lib/chart/option/hatch';
import { pathOf } from '../../../src/lib/chart/option/path';

const BOX: Extent = { west: 0, south: 0, east: 10, north: 10 };
const square: Ring = [
	[-5, 2],
	[-5, 8],
	[5, 8],
	[5, 2],
	[-5, 2]
];

describe('a ring cut at the edges of a view', () => {
	it('is what lies inside, closed along the edge', () => {
		expect(new Set(clipRing(square, BOX).map(String))).toEqual(
			new Set(['0,2', '0,8', '5,8', '5,2'])
		);
	});

	it('keeps its own lines alone: none runs along the edge', () => {
		const lines = ownLines(clipRing(square, BOX), BOX);
		const along = lines.flatMap((line) =>
			line.filter(([x], index) => x === 0 && line[index + 1]?.[0] === 0)
		);
		expect(along).toEqual([]);
		expect(lines.flat().length).toBeGreaterThanOrEqual(4);
	});

	it('is nothing where it lies outside, and itself where it lies inside', () => {
		const away = square.map(([x, y]): Spot => [x + 100, y]);
		const within = square.map(([x, y]): Spot => [x + 5, y]);
		expect(clipRing(away, BOX)).toEqual([]);
		expect(clipRing(within, BOX)).toEqual(within);
	});

	it('never leaves the view', () => {
		const spot = fc.tuple(fc.integer({ min: -20, max: 30 }), fc.integer({ min: -20, max: 30 }));
		fc.assert(
			fc.property(fc.array(spot, { minLength: 3, maxLength: 12 }), (spots) => {
				const ring: Ring = [...spots, spots[0] ?? [0, 0]];
				for (const [x, y] of clipRing(ring, BOX)) {
					expect(x >= 0 && x <= 10).toBe(true);
					expect(y >= 0 && y <= 10).toBe(true);
				}
			})
		);
	});
});

describe('the coastline', () => {
	it('has the large islands where they are', () => {
		const holds = ([x, y]: Spot) =>
			coast().some((ring) => {
				let within = false;
				ring.forEach(([x2, y2], index) => {
					const [x1, y1] = ring[index - 1] ?? [x2, y2];
					if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) within = !within;
				});
				return within;
			});
		const land: Spot[] = [
			[107.6, -7],
			[101.5, -0.5],
			[114, -1],
			[120, -2.2],
			[138, -4],
			[115.2, -8.4]
		];
		for (const spot of land) expect(holds(spot), String(spot)).toBe(true);
		expect(holds([112, -5])).toBe(false);
		expect(holds([105, -10])).toBe(false);
	});

	it('is closed lines, and small', () => {
		for (const ring of coast()) expect(ring.at(-1)).toEqual(ring[0]);
		const file = readFileSync('src/lib/chart/ground/coastline.json');
		expect(brotliCompressSync(file).length).toBeLessThan(6_000);
	});
});

describe('a boundary file in the browser', () => {
	const arc = (spots: number[][]) => spots;
	const topology = {
		type: 'Topology',
		source: 'BIG, 2024',
		arcs: [
			arc([
				[1, 0],
				[1, 1]
			]),
			arc([
				[1, 1],
				[0, 1],
				[0, 0],
				[1, 0]
			]),
			arc([
				[1, 1],
				[2, 1],
				[2, 0],
				[1, 0]
			])
		],
		objects: {
			regions: {
				type: 'GeometryCollection',
				geometries: [
					{ type: 'Polygon', id: '32.01', arcs: [[0, 1]] },
					{ type: 'MultiPolygon', id: '33.01', arcs: [[[0, 2]]] }
				]
			}
		}
	};

	it('gives the outline of each region, the line between provinces, and whose it is', () => {
		const read = readOutlines(JSON.stringify(topology));
		expect(read?.source).toBe('BIG, 2024');
		expect(Object.keys(read?.outlines.regions ?? {})).toEqual(['32.01', '33.01']);
		expect(read?.outlines.regions['32.01']?.[0]).toHaveLength(5);
		expect(read?.outlines.borders).toEqual([
			[
				[1, 0],
				[1, 1]
			]
		]);
	});

	it('is refused where it is something else', () => {
		for (const text of ['', '<!doctype html>', '{}', '{"type":"Topology","objects":{}}'])
			expect(readOutlines(text), text).toBeNull();
	});
});

describe('the lines of a texture', () => {
	const corners = [
		[0, 0],
		[20, 0],
		[20, 20],
		[0, 20],
		[0, 0]
	] as const;
	const hole = [
		[5, 5],
		[15, 5],
		[15, 15],
		[5, 15],
		[5, 5]
	] as const;

	it('stay within the outline', () => {
		const numbers =
			hatch([corners], 1)
				.match(/-?[\d.]+/g)
				?.map(Number) ?? [];
		expect(numbers.length).toBeGreaterThan(20);
		expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...numbers)).toBeLessThanOrEqual(20);
	});

	it('leave a hole empty', () => {
		const middles = [
			...hatch([corners, hole], -1).matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)
		]
			.map(([, ...ends]) => ends.map(Number))
			.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => [(x1 + x2) / 2, (y1 + y2) / 2] as const);
		expect(middles.length).toBeGreaterThan(5);
		for (const [x, y] of middles) expect(x > 5 && x < 15 && y > 5 && y < 15).toBe(false);
	});
});

describe('a path', () => {
	it('has no corner twice at a tenth of a pixel', () => {
		const near: Spot[] = [
			[0, 0],
			[0.01, 0.02],
			[3, 4]
		];
		expect(pathOf([near], (spot) => spot, 'z')).toBe('M0 0L3 4z');
	});
});
