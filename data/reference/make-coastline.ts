import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { clipRing } from '$lib/chart/ground/clip';
import type { Extent, Ring } from '$lib/chart/model';

/**
 * Makes the coastline that points are drawn on: Natural Earth's land at 1:50 million (public domain,
 * npm `world-atlas`), cut to a box about Indonesia and reduced. Land alone: no line between states.
 */
const BOX: Extent = { west: 93.5, south: -12.5, east: 142.5, north: 8 };

/** A vertex whose triangle is smaller is left out (Visvalingam & Whyatt 1993), in square degrees. */
const LEAST_TRIANGLE = 0.001;

/** Islands smaller than this, in square degrees, would be less than a dot. */
const LEAST_ISLAND = 0.004;

/** Degrees that a step of one stands for in the file. */
const UNIT = 0.02;

const OUT = new URL('../../src/lib/chart/ground/coastline.json', import.meta.url);

type Land = Topology<{ land: GeometryCollection }>;

function readLand(): Land {
	const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json');
	return JSON.parse(readFileSync(file, 'utf8')) as Land;
}

function ringsOf(land: Land): Ring[] {
	const { features } = feature(land, land.objects.land);
	return features.flatMap(({ geometry }) =>
		polygonsOf(geometry as Polygon | MultiPolygon).flatMap((rings) => rings.map(spotsOf))
	);
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function spotsOf(ring: Position[]): Ring {
	return ring.map(([lng = 0, lat = 0]) => [lng, lat]);
}

/** Half the sum of cross products, whichever way it turns. */
function areaOf(ring: Ring): number {
	let sum = 0;
	ring.forEach(([x, y], index) => {
		const [beforeX, beforeY] = ring[index - 1] ?? [x, y];
		sum += beforeX * y - x * beforeY;
	});
	return Math.abs(sum) / 2;
}

/** Steps of the unit: the first spot, then from each to the next; spots that fall together once. */
function encode(ring: Ring): number[] {
	const steps: number[] = [];
	let [lastX, lastY] = [0, 0];
	for (const [lng, lat] of ring) {
		const [x, y] = [Math.round(lng / UNIT), Math.round(lat / UNIT)];
		if (steps.length > 0 && x === lastX && y === lastY) continue;
		steps.push(x - lastX, y - lastY);
		[lastX, lastY] = [x, y];
	}
	return steps;
}

const reduced = simplify(presimplify(readLand()), LEAST_TRIANGLE);
const rings = ringsOf(reduced)
	.map((ring) => clipRing(ring, BOX))
	.filter((ring) => areaOf(ring) >= LEAST_ISLAND)
	.map(encode)
	.filter((steps) => steps.length >= 8);
const text = `${JSON.stringify({ unit: UNIT, box: BOX, rings: rings.map((steps) => steps.join(' ')) }, null, '\t')}\n`;
writeFileSync(OUT, text);

const spots = rings.reduce((sum, steps) => sum + steps.length / 2, 0);
console.log(`${rings.length} coasts, ${spots} points`);
console.log(`${text.length} bytes, ${brotliCompressSync(text).length} as brotli`);
