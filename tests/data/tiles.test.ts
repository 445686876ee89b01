import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../data/reference/load';
import { BODIES, placesOf } from '../../data/reference/tiles/bodies';
import { places, tilesCsv } from '../../data/reference/tiles/csv';
import { layOutBody } from '../../data/reference/tiles/layout';
import { measure } from '../../data/reference/tiles/measure';

const { regions, tiles } = loadReference();
const land = places(regions);
const cells = new Map(tiles.map(({ regionCode, x, y }) => [regionCode, { x, y }]));
const measures = measure(land, cells);

describe('the tile map', () => {
	it('has one tile for each of the 514 and none on another', () => {
		expect(tiles.map(({ regionCode }) => regionCode).sort()).toEqual(
			land.map(({ code }) => code).sort()
		);
		expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(514);
		for (const { x, y } of tiles) {
			expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
		}
	});

	it('is twice to three times as wide as high', () => {
		expect(measures.width / measures.height).toBeGreaterThanOrEqual(1.9);
		expect(measures.width / measures.height).toBeLessThanOrEqual(3);
	});

	it('keeps all 38 provinces in one block, side by side', () => {
		expect(measures.broken).toEqual([]);
		expect(measures.whole).toHaveLength(38);
	});

	it('keeps each regency within 1.25 tiles of its three nearest, on average; nine in ten touch', () => {
		expect(measures.neighbourDistance).toBeGreaterThan(1);
		expect(measures.neighbourDistance).toBeLessThan(1.25);
		expect(measures.touching).toBeGreaterThan(0.9);
	});

	it('leaves sea between the bodies of land', () => {
		const bodyOf = (code: string) =>
			BODIES.findIndex(({ provinces }) => provinces.includes(code.slice(0, 2)));
		const at = new Map(tiles.map(({ regionCode, x, y }) => [`${x} ${y}`, regionCode]));
		for (const { regionCode, x, y } of tiles)
			for (let dx = -1; dx <= 1; dx++)
				for (let dy = -1; dy <= 1; dy++) {
					const beside = at.get(`${x + dx} ${y + dy}`);
					if (beside) expect(bodyOf(beside)).toBe(bodyOf(regionCode));
				}
	});

	it('has north up: of two neighbours, the clearly northern one never stands clearly lower', () => {
		const mean = (provinces: readonly string[], value: (code: string) => number) => {
			const codes = land.filter(({ province }) => provinces.includes(province));
			return codes.reduce((sum, { code }) => sum + value(code), 0) / codes.length;
		};
		const x = (...provinces: string[]) => mean(provinces, (code) => cells.get(code)?.x ?? NaN);
		const y = (...provinces: string[]) => mean(provinces, (code) => cells.get(code)?.y ?? NaN);
		expect(y('11')).toBeLessThan(y('13'));
		expect(y('13')).toBeLessThan(y('18'));
		expect(y('18')).toBeLessThan(y('32'));
		expect(y('71')).toBeLessThan(y('73'));
		expect(y('65')).toBeLessThan(y('63'));
		expect(x('11')).toBeLessThan(x('18'));
		const java = ['36', '32', '33', '35', '51', '52', '53'];
		for (let i = 1; i < java.length; i++)
			expect(x(java[i - 1] ?? '')).toBeLessThan(x(java[i] ?? ''));
		expect(x('61')).toBeLessThan(x('64'));
		expect(x('73')).toBeLessThan(x('81'));
		expect(x('82')).toBeLessThan(x('91'));
	});

	/** The larger bodies take half a minute: `npm run tiles` makes them all, and shows any difference. */
	it('is what the script computes, to the last cell, where a body of land is small', () => {
		const small = BODIES.flatMap(({ provinces }, index) =>
			placesOf(land, provinces).length < 35 ? [index] : []
		);
		expect(small.length).toBeGreaterThan(6);
		for (const index of small) {
			const body = layOutBody(land, index);
			const moved = body.places.map(({ code }, at) => {
				const [made, committed] = [body.cells[at], cells.get(code)];
				return `${(committed?.x ?? NaN) - (made?.x ?? NaN)} ${(committed?.y ?? NaN) - (made?.y ?? NaN)}`;
			});
			expect([...new Set(moved)], body.id).toHaveLength(1);
			expect(moved[0]).not.toContain('NaN');
		}
	});

	it('is written as it was read', () => {
		expect(tilesCsv(cells)).toBe(readFileSync('data/reference/tiles.csv', 'utf8'));
	});
});
