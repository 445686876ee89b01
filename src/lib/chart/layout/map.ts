import { clipRing } from '../ground/clip';
import type { AreasModel, Extent, MapMark, MapModel, Ring, Spot } from '../model';
import { type Pixel, setApart } from './apart';
import type { Place, Size } from './size';

export interface MapLayout {
	/** Degrees to pixels. Equirectangular about the equator: within eleven degrees of it, true to 2%. */
	project: (spot: Spot) => readonly [x: number, y: number];
	/** Where a mark is drawn, in pixels: at its middle, or beside it where another would hide it. */
	spotOf: (mark: MapMark) => Pixel;
	/** Pixels to degrees. */
	locate: (x: number, y: number) => Spot;
	/** All that the drawing has room for, in degrees. */
	view: Extent;
	/** Of the circles, in pixels. */
	radius: number;
	places: Map<string, Place>;
}

/** Circles are no smaller, so that their shade can be seen, and no larger, in pixels. */
const SMALLEST = 2.6;
const LARGEST = 11;

/** Of the distance to the nearest neighbour (in the middle of all such distances). */
const SHARE = 0.42;

export function layoutMap(model: MapModel, { width, height }: Size): MapLayout {
	const { west, south, east, north } = model.extent;
	const scale = Math.min(width / (east - west), height / (north - south));
	const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
	const project = ([lng, lat]: Spot) =>
		[width / 2 + (lng - middleX) * scale, height / 2 - (lat - middleY) * scale] as const;
	const locate = (x: number, y: number) =>
		[middleX + (x - width / 2) / scale, middleY - (y - height / 2) / scale] as const;
	const [left, top] = locate(0, 0);
	const [right, bottom] = locate(width, height);
	const radius = Math.min(LARGEST, Math.max(SMALLEST, SHARE * spacing(model.marks) * scale));
	const middles = model.marks.map(({ lng, lat }) => project([lng, lat]));
	// Areas have their outlines, and stand where they are.
	const drawn = model.kind === 'points' ? setApart(middles, radius) : middles;
	const spots = new Map(model.marks.map(({ region }, at) => [region, drawn[at]]));
	const places = model.points.flatMap(({ key }): [string, Place][] => {
		const spot = spots.get(key);
		if (!spot) return [];
		const [x, y] = spot;
		return [[key, { x, y, radius: radius + 2.5 }]];
	});
	return {
		project,
		spotOf: ({ region, lng, lat }) => spots.get(region) ?? project([lng, lat]),
		locate,
		view: { west: left, south: bottom, east: right, north: top },
		radius,
		places: new Map(places)
	};
}

/** Degrees from a mark to the nearest other, in the middle of all such distances. */
function spacing(marks: readonly MapMark[]): number {
	const distances = marks.map((mark) => {
		let least = Infinity;
		for (const other of marks) {
			if (other === mark) continue;
			least = Math.min(least, (other.lng - mark.lng) ** 2 + (other.lat - mark.lat) ** 2);
		}
		return Math.sqrt(least);
	});
	return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? Infinity;
}

/** What of a region's outline the drawing shows, in degrees; nothing where it has none. */
export function outlineIn(model: AreasModel, region: string, view: Extent): Ring[] {
	return (model.ground.regions[region] ?? [])
		.map((ring) => clipRing(ring, view))
		.filter((ring) => ring.length > 0);
}

/** The region whose outline holds a spot (even-odd rule: Shimrat, CACM 5(8), 1962); null for none. */
export function regionAt({ marks, ground }: AreasModel, spot: Spot): string | null {
	const found = marks.find(({ region }) => holds(ground.regions[region] ?? [], spot));
	return found?.region ?? null;
}

function holds(rings: readonly Ring[], [x, y]: Spot): boolean {
	let within = false;
	for (const ring of rings)
		ring.forEach(([x2, y2], index) => {
			const before = ring[index - 1];
			if (!before) return;
			const [x1, y1] = before;
			if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) within = !within;
		});
	return within;
}
