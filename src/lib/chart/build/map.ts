import type { RegionCode } from '$lib/model';
import type { AreasModel, Extent, MapMark, Outlines, PointsModel, Ring, Spot } from '../model';
import { type ShadedInput, shadeRegions } from './shaded';

export interface MapInput extends ShadedInput {
	/** Middles of regions in degrees. A place without one is in the table and not on the map. */
	centroids: ReadonlyMap<RegionCode, Spot>;
}

/** A circle for each region at its centroid, on a coastline: the tiles' figures, classes and walk. */
export function buildPoints(input: MapInput & { ground: readonly Ring[] }): PointsModel {
	const { base, marks } = marksOf(input);
	const spots = marks.map(({ lng, lat }): Spot => [lng, lat]);
	return { ...base, kind: 'points', extent: extentOf(spots, POINT_AIR), ground: input.ground };
}

/** Each region in its outline: the tiles' figures, classes and walk. */
export function buildAreas(input: MapInput & { ground: Outlines }): AreasModel {
	const { base, marks } = marksOf(input);
	const { regions } = input.ground;
	const spots = marks.flatMap(({ region, lng, lat }) => {
		const outline = regions[region];
		return outline ? outline.flat() : cornersAbout(lng, lat);
	});
	return { ...base, kind: 'areas', extent: extentOf(spots, AREA_AIR), ground: input.ground };
}

function marksOf(input: MapInput) {
	const { tiles, base } = shadeRegions(input);
	const marks = tiles.flatMap((tile): MapMark[] => {
		const spot = input.centroids.get(tile.region);
		return spot ? [{ ...tile, lng: spot[0], lat: spot[1] }] : [];
	});
	const shown = new Set(marks.map(({ province }) => province));
	const names = [...input.provinceNames].filter(([code]) => shown.has(code));
	return { base: { ...base, marks, provinces: Object.fromEntries(names) }, marks };
}

/** Room for the circle of a region without an outline. */
function cornersAbout(lng: number, lat: number): Spot[] {
	return [
		[lng - POINT_AIR, lat - POINT_AIR],
		[lng + POINT_AIR, lat + POINT_AIR]
	];
}

/** Air about what is shown, as a share of its longer side and in degrees at the least. */
const AIR = 0.03;
const POINT_AIR = 0.3;
const AREA_AIR = 0.08;

/** Height by width: a drawing is neither a ribbon nor a tower. */
const FLATTEST = 0.36;
const TALLEST = 0.85;

/** What to show so that all spots are in, with air about them. All of it at the equator where there are none. */
function extentOf(spots: readonly Spot[], least: number): Extent {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lng, lat] of spots) {
		west = Math.min(west, lng);
		east = Math.max(east, lng);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	if (west > east) return { west: 95, south: -11, east: 141, north: 6 };
	const air = Math.max(least, AIR * Math.max(east - west, north - south));
	const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
	let halfWidth = (east - west) / 2 + air;
	let halfHeight = (north - south) / 2 + air;
	halfHeight = Math.max(halfHeight, halfWidth * FLATTEST);
	halfWidth = Math.max(halfWidth, halfHeight / TALLEST);
	return {
		west: middleX - halfWidth,
		south: middleY - halfHeight,
		east: middleX + halfWidth,
		north: middleY + halfHeight
	};
}
