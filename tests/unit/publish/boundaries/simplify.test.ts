import type { Position } from 'geojson';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BoundaryTopology, readOutlines } from '$lib/chart/ground/outlines';
import { BoundaryError } from '../../../../data/publish/boundaries/problem';
import type { Shape } from '../../../../data/publish/boundaries/shape';
import { simplifyRegions } from '../../../../data/publish/boundaries/simplify';
import { block, collection, regenciesOf } from './samples';

function regions(corners: number, count = 12): Map<string, Shape[]> {
	const codes = regenciesOf('32', count).map(({ code }) => code);
	return new Map(
		collection(
			codes.map((code) => ({ code })),
			corners
		).features.map(({ geometry }, index): [string, Shape[]] => [
			codes[index] ?? '',
			geometry.type === 'Polygon' ? [{ number: index + 1, properties: new Map(), geometry }] : []
		])
	);
}

const outlines = (text: string) => readOutlines(text)?.outlines.regions ?? {};

function areaOf(ring: readonly (readonly [number, number])[]): number {
	let sum = 0;
	ring.forEach(([x, y], index) => {
		const [beforeX, beforeY] = ring[index - 1] ?? [x, y];
		sum += beforeX * y - x * beforeY;
	});
	return Math.abs(sum) / 2;
}

describe('boundaries that are simplified', () => {
	const whole = simplifyRegions(regions(400), 'uji');
	const small = simplifyRegions(regions(400), 'uji', 1_000);

	it('fit, and say their size', () => {
		expect(whole.bytes).toBeGreaterThan(3_000);
		expect(small.bytes).toBeLessThanOrEqual(1_000);
		expect(brotliCompressSync(small.text).length).toBeLessThanOrEqual(small.bytes);
		expect(small.corners).toBeLessThan(whole.corners / 4);
		expect(small.cornersBefore).toBe(whole.cornersBefore);
	});

	it('keep as many corners as fit: a little more room is used', () => {
		const roomier = simplifyRegions(regions(400), 'uji', 1_500);
		expect(roomier.corners).toBeGreaterThan(small.corners);
		expect(roomier.bytes).toBeGreaterThan(1_200);
	});

	it('leave no gap: what two regions share is one line of both', () => {
		for (const { text } of [whole, small]) {
			const { arcs, objects } = JSON.parse(text) as BoundaryTopology;
			const used = new Map<number, number>();
			for (const geometry of objects.regions.geometries)
				for (const index of (geometry as { arcs: number[][][] }).arcs.flat(2))
					used.set(index < 0 ? ~index : index, (used.get(index < 0 ? ~index : index) ?? 0) + 1);
			expect(used.size).toBe(arcs.length);
			// Two rows of six: five lines between neighbours in each row, six between the rows.
			expect([...used.values()].filter((times) => times === 2)).toHaveLength(16);
			const total = Object.values(outlines(text)).reduce(
				(sum, [ring]) => sum + areaOf(ring ?? []),
				0
			);
			expect(total).toBeGreaterThan(11.5);
			expect(total).toBeLessThan(12.5);
		}
	});

	it('have every region still, also one that is a small island', () => {
		const islands = regions(40);
		const speck = block(0, 0, 12).map(([x = 0, y = 0]): Position => [
			104 + (x - 100) / 300,
			-9.5 + (y + 8) / 300
		]);
		islands.set('31.01', [
			{ number: 13, properties: new Map(), geometry: { type: 'Polygon', coordinates: [speck] } }
		]);
		const { text } = simplifyRegions(islands, 'uji', 800);
		const found = outlines(text);
		expect(Object.keys(found)).toHaveLength(13);
		for (const [code, [ring]] of Object.entries(found))
			expect(areaOf(ring ?? []), code).toBeGreaterThan(0);
	});

	it('join the features of one region: no line is left between them', () => {
		const [one, two, ...others] = regions(40, 4);
		if (!one || !two) throw new Error('there are no regions');
		const parts = new Map([[one[0], [...one[1], ...two[1]]], ...others]);
		const { text } = simplifyRegions(parts, 'uji');
		const [ring, ...more] = outlines(text)[one[0]] ?? [];
		expect(more).toEqual([]);
		expect(areaOf(ring ?? [])).toBeCloseTo(2, 0);
	});

	it('say whose they are, and nothing else of the file', () => {
		expect(readOutlines(whole.text)?.source).toBe('uji');
		expect(whole.text).not.toContain('properties');
	});

	it('are refused where nothing can make them fit', () => {
		expect(() => simplifyRegions(regions(40), 'uji', 50)).toThrow(BoundaryError);
	});
});
