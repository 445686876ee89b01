import { describe, expect, it } from 'vitest';
import { buildAreas, buildPoints } from '../../../src/lib/chart/build/map';
import { buildTiles } from '../../../src/lib/chart/build/tiles';
import { coast } from '../../../src/lib/chart/ground/coast';
import { setApart } from '../../../src/lib/chart/layout/apart';
import { findLive } from '../../../src/lib/chart/layout/find';
import { layoutMap } from '../../../src/lib/chart/layout/map';
import { nameMap } from '../../../src/lib/chart/layout/map-names';
import { heightOf } from '../../../src/lib/chart/layout/size';
import { textWidth } from '../../../src/lib/chart/layout/text';
import type { ChartModel, Outlines, Ring, Spot } from '../../../src/lib/chart/model';
import { signatureOf } from '../../../src/lib/chart/render/signature';
import { chartSvg } from '../../../src/lib/chart/render/svg';
import { walk } from '../../../src/lib/chart/walk';
import { yearPeriod } from '../../../src/lib/model';
import { figure, frame } from './samples';

const SPOTS: readonly (readonly [region: string, name: string, spot: Spot])[] = [
	['32.01', 'Kabupaten Bogor', [106.7, -6.5]],
	['32.04', 'Kabupaten Bandung', [107.6, -7.1]],
	['32.06', 'Kabupaten Tasikmalaya', [108.1, -7.5]],
	['32.73', 'Kota Bandung', [107.6, -6.9]],
	['32.09', 'Kabupaten Cirebon', [108.6, -6.8]]
];

const input = {
	...frame(),
	places: SPOTS.map(([region, name], index) => ({
		region,
		name,
		abbreviation: 'ABC',
		x: index % 3,
		y: Math.floor(index / 3)
	})),
	provinceNames: new Map([['32', 'Jawa Barat']]),
	figures: [
		figure('32.01', 2024, 10),
		figure('32.04', 2024, 20),
		figure('32.06', 2024, null, 'withheld'),
		figure('32.73', 2024, 900, 'published', 'outlier')
	],
	asked: { indicator: 'pkh_families', period: yearPeriod(2024) },
	chosen: '32.04',
	bounds: [15],
	centroids: new Map(SPOTS.map(([region, , spot]) => [region, spot]))
};

/** A square of the width of 0.3 degrees about a spot. */
function square([x, y]: Spot): Ring {
	const half = 0.15;
	return [
		[x - half, y - half],
		[x - half, y + half],
		[x + half, y + half],
		[x + half, y - half],
		[x - half, y - half]
	];
}

/** All but Cirebon, which no boundary file of this test holds. */
const outlines: Outlines = {
	regions: Object.fromEntries(
		SPOTS.slice(0, 4).map(([region, , spot]) => [
			region,
			region === '32.73' ? [square(spot).map(([x, y]): Spot => [x, y + 0.2])] : [square(spot)]
		])
	),
	borders: []
};

const tiles = buildTiles(input);
const points = buildPoints({ ...input, ground: coast() });
const areas = buildAreas({ ...input, ground: outlines });
const size = (model: ChartModel, width: number) => ({ width, height: heightOf(model, width) });

describe('tiles, points and areas', () => {
	for (const map of [points, areas])
		it(`of the same figures say the same (${map.kind})`, () => {
			expect(map.table).toEqual(tiles.table);
			expect(map.summary).toBe(tiles.summary);
			expect(map.classes).toEqual(tiles.classes);
			expect(map.textures).toEqual(tiles.textures);
			expect(map.states).toEqual(tiles.states);
		});

	it('are walked by the same keys in the same order', () => {
		const walked = (model: ChartModel) => {
			const keys: string[] = [];
			let at: string | null = null;
			for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'Home'] as const) {
				at = walk(model.points, at, key)?.key ?? null;
				keys.push(at ?? '');
			}
			return keys;
		};
		expect(walked(tiles)).toEqual(['32.01', '32.04', '32.09', '32.09', '32.73']);
		expect(walked(points)).toEqual(walked(tiles));
		expect(walked(areas)).toEqual(walked(tiles));
	});

	it('are told apart by their signature, in which the ground has no part', () => {
		expect(new Set([tiles, points, areas].map(signatureOf)).size).toBe(3);
		expect(signatureOf({ ...points, ground: [] })).toBe(signatureOf(points));
	});
});

describe('a map', () => {
	for (const map of [points, areas])
		for (const width of [288, 680])
			it(`holds every region within ${width} pixels, north up and east right (${map.kind})`, () => {
				const { width: right, height } = size(map, width);
				const { places, project, locate } = layoutMap(map, { width: right, height });
				expect(places.size).toBe(5);
				for (const { x, y, radius } of places.values()) {
					expect(x - radius).toBeGreaterThanOrEqual(0);
					expect(x + radius).toBeLessThanOrEqual(right);
					expect(y - radius).toBeGreaterThanOrEqual(0);
					expect(y + radius).toBeLessThanOrEqual(height);
				}
				expect(places.get('32.09')?.x).toBeGreaterThan(places.get('32.01')?.x ?? Infinity);
				expect(places.get('32.06')?.y).toBeGreaterThan(places.get('32.01')?.y ?? Infinity);
				const [x, y] = project([107, -7]);
				const back = locate(x, y);
				expect(back[0]).toBeCloseTo(107, 9);
				expect(back[1]).toBeCloseTo(-7, 9);
			});

	it('keeps degrees square: one to the east is as long as one to the north', () => {
		const { project } = layoutMap(points, size(points, 680));
		const [x, y] = project([107, -7]);
		expect(project([108, -7])[0] - x).toBeCloseTo(y - project([107, -6])[1], 9);
	});

	it('without any region still draws', () => {
		const none = buildPoints({ ...input, places: [], figures: [], ground: coast() });
		expect(chartSvg(none)).toContain('<svg');
		expect(layoutMap(none, size(none, 288)).places.size).toBe(0);
	});

	it('leaves a region whose middle is not known to the table', () => {
		const lost = buildPoints({ ...input, centroids: new Map(), ground: coast() });
		expect(lost.table.rows).toHaveLength(5);
		expect(lost.marks).toEqual([]);
	});

	it('names regions where there is room, the chosen one first, and none over another', () => {
		for (const map of [points, areas])
			for (const width of [288, 680]) {
				const box = size(map, width);
				const names = nameMap(map, layoutMap(map, box), 12, box);
				expect(names[0]).toMatchObject({ text: 'Kab. Bandung', chosen: true });
				expect(new Set(names.map(({ x, y }) => `${x},${y}`)).size).toBe(names.length);
			}
	});
});

/** Kabupaten and Kota Cirebon, which the reference has half a kilometre apart. */
const TWINS: readonly (readonly [region: string, spot: Spot])[] = [
	['32.01', [106.7, -6.5]],
	['32.04', [107.6, -7.1]],
	['32.09', [108.553, -6.737]],
	['32.74', [108.557, -6.733]]
];

/** Many places of provinces that lie between one another, as islands do. */
function islands(count: number) {
	return Array.from({ length: count }, (_, at): [string, Spot] => {
		const province = 60 + (at % 6);
		const code = `${province}.${String(Math.floor(at / 6) + 1).padStart(2, '0')}`;
		return [code, [96 + ((at * 7.3) % 44), -10 + ((at * 3.7) % 15)]];
	});
}

function pointsOf(spots: readonly (readonly [region: string, spot: Spot])[], chosen: string) {
	return buildPoints({
		...input,
		places: spots.map(([region], at) => ({
			region,
			name: `Kabupaten ${region}`,
			abbreviation: 'ABC',
			x: at % 20,
			y: Math.floor(at / 20)
		})),
		provinceNames: new Map(spots.map(([region]) => [region.slice(0, 2), `P${region.slice(0, 2)}`])),
		figures: spots.map(([region]) => figure(region, 2024, 10)),
		centroids: new Map(spots),
		chosen,
		ground: coast()
	});
}

describe('circles that would hide one another', () => {
	for (const width of [288, 680]) {
		const model = pointsOf(TWINS, '32.01');
		const box = size(model, width);
		const layout = layoutMap(model, box);
		const place = (region: string) => layout.places.get(region) ?? { x: NaN, y: NaN };
		const away = (one: string, two: string) =>
			Math.hypot(place(one).x - place(two).x, place(one).y - place(two).y);

		it(`stand side by side, each touched alone (${width} pixels)`, () => {
			expect(away('32.09', '32.74')).toBeCloseTo(1.5 * layout.radius, 6);
			for (const region of ['32.09', '32.74'])
				expect(findLive(model, box, place(region).x, place(region).y)).toBe(region);
		});

		it(`leave their middle where it was, and all others alone (${width} pixels)`, () => {
			const [x, y] = layout.project([108.555, -6.735]);
			expect((place('32.09').x + place('32.74').x) / 2).toBeCloseTo(x, 6);
			expect((place('32.09').y + place('32.74').y) / 2).toBeCloseTo(y, 6);
			expect([place('32.04').x, place('32.04').y]).toEqual([...layout.project([107.6, -7.1])]);
		});
	}

	it('are told apart also in the very same spot', () => {
		expect(
			setApart(
				[
					[5, 5],
					[5, 5],
					[40, 5]
				],
				4
			)
		).toEqual([
			[2, 5],
			[8, 5],
			[40, 5]
		]);
	});

	it('are moved once, however many there are', () => {
		const crowd = Array.from({ length: 9 }, (_, at): [number, number] => [at * 0.1, 0]);
		const moved = setApart(crowd, 4).map(([x], at) => Math.abs(x - (crowd[at]?.[0] ?? NaN)));
		expect(Math.max(...moved)).toBeLessThanOrEqual(4);
	});
});

describe('names of provinces', () => {
	const spots = islands(240);
	for (const width of [288, 680])
		it(`stand nearest to a circle of their own (${width} pixels)`, () => {
			const model = pointsOf(spots, '60.01');
			const box = size(model, width);
			const layout = layoutMap(model, box);
			const named = nameMap(model, layout, 12, box).filter(({ chosen }) => !chosen);
			if (width === 680) expect(named.length).toBeGreaterThan(2);
			for (const { text, x, y } of named) {
				const half = textWidth(text, 12) / 2;
				const gaps = model.marks.map((mark) => {
					const [atX, atY] = layout.spotOf(mark);
					const across = Math.max(0, Math.abs(atX - x) - half - layout.radius);
					const down = Math.max(0, Math.abs(atY - y) - 7 - layout.radius);
					return { province: `P${mark.province}`, gap: Math.hypot(across, down) };
				});
				const nearest = Math.min(...gaps.map(({ gap }) => gap));
				const own = gaps.filter(({ province }) => province === text).map(({ gap }) => gap);
				expect(Math.min(...own) - nearest).toBeLessThan(2.5);
			}
		});
});

describe('names of islands', () => {
	const half = (code: string) => (Number(code) % 2 === 0 ? 'Timur' : 'Barat');

	it('stand in the place of provinces on a phone, and of no map of one island', () => {
		const model = pointsOf(islands(240), '60.01');
		const codes = Object.keys(model.provinces);
		const islandsOf = (name: (code: string) => string) =>
			Object.fromEntries(codes.map((code) => [code, name(code)]));
		const named = (width: number, names: Record<string, string>) => {
			const map = { ...model, islands: names };
			const box = size(map, width);
			return nameMap(map, layoutMap(map, box), 12, box)
				.filter(({ chosen }) => !chosen)
				.map(({ text }) => text);
		};
		for (const text of named(288, islandsOf(half))) expect(['Timur', 'Barat']).toContain(text);
		expect(named(680, islandsOf(half)).every((text) => text.startsWith('P'))).toBe(true);
		const only = buildPoints({
			...input,
			ground: coast(),
			islandNames: new Map([['32', 'Jawa']])
		});
		expect(only.islands).toEqual({});
	});
});

describe('what the pointer touches on a map', () => {
	const box = size(areas, 680);
	const layout = layoutMap(areas, box);
	const at = (spot: Spot) => findLive(areas, box, ...layout.project(spot));

	it('is the area that holds the spot, however far its middle', () => {
		expect(at([106.82, -6.62])).toBe('32.01');
		// The outline of Kota Bandung lies north of its middle, and is what counts.
		expect(at([107.72, -6.58])).toBe('32.73');
	});

	it('is the circle of a region without an outline', () => {
		expect(at([108.6, -6.8])).toBe('32.09');
	});

	it('is nothing out at sea', () => {
		expect(at([107.4, -5.95])).toBeNull();
	});

	it('is the nearest circle within a finger of it', () => {
		const circles = layoutMap(points, size(points, 680));
		const place = circles.places.get('32.73');
		const touch = (dx: number) =>
			findLive(points, size(points, 680), (place?.x ?? 0) + dx, place?.y ?? 0);
		expect(touch(12)).toBe('32.73');
		expect(touch(40)).toBeNull();
	});
});

describe('the drawing of a map', () => {
	it('tells states by texture: what is withheld has no shade', () => {
		const shades = (svg: string) => svg.match(/fill="var\(--sequential-\d\)"/g)?.length;
		// Two widths, two classes.
		expect(shades(chartSvg(points))).toBe(4);
		expect(shades(chartSvg(areas))).toBe(4);
		expect(chartSvg(points)).toContain('stroke-dasharray');
		expect(chartSvg(areas)).toContain('stroke="var(--texture)"');
	});

	it('hatches an implausible area both ways, and a withheld one once', () => {
		const drawn = (state: 'withheld' | 'implausible') => {
			const model = buildAreas({
				...input,
				figures: [
					state === 'withheld'
						? figure('32.01', 2024, null, 'withheld')
						: figure('32.01', 2024, 1, 'published', 'outlier'),
					...input.figures.slice(1, 2)
				],
				places: input.places.slice(0, 2),
				ground: outlines
			});
			const path = / d="([^"]*)"[^>]*stroke="var\(--texture\)" stroke-width="0.75"/;
			return path.exec(chartSvg(model))?.[1]?.match(/M/g)?.length ?? 0;
		};
		expect(drawn('withheld')).toBeGreaterThan(5);
		expect(drawn('implausible')).toBeGreaterThan(1.8 * drawn('withheld'));
	});
});
