import { brotliCompressSync, constants } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology as toTopology } from 'topojson-server';
import { filter, planarRingArea, presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { BoundaryTopology } from '$lib/chart/ground/outlines';
import { BoundaryError } from './problem';
import type { Shape } from './shape';

/** What a page may fetch for its boundaries, in bytes as brotli. */
const MOST_BROTLI = 150_000;

/** Positions are told apart to this many parts of the whole width: five metres, then some 150. */
const FINE = 1e6;
const COARSE = 3e4;

/** Triangles too small to be seen at the closest view, in square degrees, are left out in any case. */
const LEAST_TRIANGLE = 1e-6;

type Regions = Topology<{ regions: GeometryCollection }>;

export interface Simplified {
	text: string;
	/** As brotli. */
	bytes: number;
	/** Corners of all lines, before and after. */
	cornersBefore: number;
	corners: number;
	/** A corner whose triangle with its neighbours is smaller, in square degrees, was left out. */
	triangle: number;
}

/**
 * The outlines as one topology, reduced until they fit: lines that two regions share are reduced once,
 * so that no gap opens between them, and no region vanishes (Visvalingam & Whyatt 1993).
 * @param regions features by region; several are joined into one
 * @throws BoundaryError where even triangles would not fit
 */
export function simplifyRegions(
	regions: ReadonlyMap<string, readonly Shape[]>,
	source: string,
	most = MOST_BROTLI
): Simplified {
	const whole = joinParts(regions);
	const cornersBefore = cornersIn(whole);
	const weighed = presimplify(whole);
	keepEveryRegion(weighed);
	const steps = weightsOf(weighed);
	const fitting = fit((triangle) => pack(reduce(weighed, triangle), source), steps, most);
	if (fitting === null) throw new BoundaryError('too_much_to_fit', { expected: String(most) });
	return { ...fitting, cornersBefore };
}

/** The least reduction that fits, found by halving what is left to choose from; null where none does. */
function fit(
	reduced: (triangle: number) => Packed,
	steps: readonly number[],
	most: number
): (Packed & { triangle: number }) | null {
	const finest = reduced(LEAST_TRIANGLE);
	if (finest.bytes <= most) return { ...finest, triangle: LEAST_TRIANGLE };
	let found: (Packed & { triangle: number }) | null = null;
	let [low, high] = [0, steps.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const triangle = Math.max(LEAST_TRIANGLE, steps[middle] ?? 0);
		const packed = reduced(triangle);
		if (packed.bytes <= most) {
			found = { ...packed, triangle };
			high = middle - 1;
		} else low = middle + 1;
	}
	return found;
}

type Packed = Pick<Simplified, 'text' | 'bytes' | 'corners'>;

function pack(regions: Regions, source: string): Packed {
	const coarse = quantize(regions, COARSE);
	const file: BoundaryTopology = { ...coarse, source };
	const text = `${JSON.stringify(file)}\n`;
	const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
	return { text, bytes: brotliCompressSync(text, { params }).length, corners: cornersIn(coarse) };
}

/** One geometry a region, by code, with nothing but its code. */
function joinParts(regions: ReadonlyMap<string, readonly Shape[]>): Regions {
	const codes = [...regions.keys()].sort();
	const features = codes.flatMap((code) =>
		(regions.get(code) ?? []).map(({ geometry }) => ({
			type: 'Feature' as const,
			id: code,
			properties: {},
			geometry
		}))
	);
	const all: FeatureCollection = { type: 'FeatureCollection', features };
	const built = toTopology({ regions: all }, FINE) as unknown as Regions;
	const byCode = new Map<string, (Polygon | MultiPolygon)[]>();
	for (const geometry of built.objects.regions.geometries) {
		const code = String(geometry.id);
		byCode.set(code, [...(byCode.get(code) ?? []), geometry as Polygon | MultiPolygon]);
	}
	const geometries = [...byCode].map(([id, parts]) => {
		const [only] = parts;
		const joined = only && parts.length === 1 ? only : mergeArcs(built, parts);
		const { type, arcs } = joined as Polygon;
		return { type, arcs, id };
	});
	const joined: Regions = {
		...built,
		objects: { regions: { type: 'GeometryCollection', geometries } }
	};
	return filter(joined, () => true) as unknown as Regions;
}

/** A position with the size of its triangle, as `presimplify` leaves it. */
type Weighed = [x: number, y: number, weight: number];

/**
 * Of each region's largest ring enough corners are kept, whatever the size, that it remains an area:
 * three of a ring of one line, one of each line of a ring of two.
 */
function keepEveryRegion(topology: Regions): void {
	for (const geometry of topology.objects.regions.geometries) {
		const ring = largestRing(topology, geometry as Polygon | MultiPolygon);
		if (ring === null || ring.length > 2) continue;
		for (const index of ring) {
			const arc = topology.arcs[index < 0 ? ~index : index] as Weighed[] | undefined;
			const inner = (arc ?? []).slice(1, -1).sort((a, b) => b[2] - a[2]);
			for (const position of inner.slice(0, ring.length === 1 ? 3 : 1)) position[2] = Infinity;
		}
	}
}

function largestRing(topology: Regions, geometry: Polygon | MultiPolygon): number[] | null {
	const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
	let best: number[] | null = null;
	let largest = -1;
	for (const [outer] of polygons) {
		const area = outer ? areaOf(topology, outer) : -1;
		if (outer && area > largest) [best, largest] = [outer, area];
	}
	return best;
}

function areaOf(topology: Regions, ring: number[]): number {
	const object = feature(topology, { type: 'Polygon', arcs: [ring] });
	if (object.type !== 'Feature' || object.geometry.type !== 'Polygon') return 0;
	return Math.abs(planarRingArea((object.geometry.coordinates[0] ?? []) as [number, number][]));
}

/** Every finite size of a triangle, smallest first. */
function weightsOf(topology: Regions): number[] {
	const weights = topology.arcs
		.flatMap((arc) => arc.map((position) => position[2] ?? Infinity))
		.filter((weight) => Number.isFinite(weight))
		.sort((a, b) => a - b);
	return weights.length > 0 ? weights : [0];
}

/** Lines without the small triangles, regions without the islands that are no larger. */
function reduce(weighed: Regions, triangle: number): Regions {
	const lines = simplify(weighed, triangle) as unknown as Regions;
	const geometries = lines.objects.regions.geometries.map((geometry) => {
		const area = geometry as Polygon | MultiPolygon;
		const largest = largestRing(lines, area);
		const polygons = (area.type === 'Polygon' ? [area.arcs] : area.arcs)
			.filter(([outer]) => outer === largest || areaOf(lines, outer ?? []) > triangle)
			.map(([outer = [], ...holes]) => [outer, ...holes.filter((hole) => areaOf(lines, hole) > 0)]);
		return { type: 'MultiPolygon' as const, arcs: polygons, id: area.id ?? '' };
	});
	const kept: Regions = {
		...lines,
		objects: { regions: { type: 'GeometryCollection', geometries } }
	};
	return filter(kept, () => true) as unknown as Regions;
}

function cornersIn({ arcs }: Topology): number {
	return arcs.reduce((sum, arc) => sum + arc.length, 0);
}
