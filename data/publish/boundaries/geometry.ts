import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { BoundaryError } from './problem';
import type { Shape, Shapes } from './shape';

/** Generous about Indonesia: 95 to 141 east, 11 south to 6 north. */
const AROUND = { west: 90, south: -16, east: 146, north: 12 };

/**
 * Features as areas: closed rings, outer ones clockwise and holes against it, degrees in Indonesia.
 * @throws BoundaryError with the number of the first feature that is none
 */
export function toShapes(features: readonly Feature[]): Shapes {
	if (features.length === 0) throw new BoundaryError('no_features');
	const empty: number[] = [];
	const shapes = features.flatMap((feature, index): Shape[] => {
		const number = index + 1;
		const geometry = feature?.geometry ?? null;
		if (geometry === null) {
			empty.push(number);
			return [];
		}
		if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
			throw new BoundaryError('geometry_other', { feature: String(number), found: geometry.type });
		return [{ number, properties: propertiesOf(feature), geometry: tidy(geometry, number) }];
	});
	if (shapes.length === 0) throw new BoundaryError('no_features');
	return { shapes, empty };
}

function propertiesOf({ id, properties }: Feature): Map<string, string> {
	const entries = Object.entries(properties ?? {}).map(([name, value]): [string, string] => [
		name,
		textOf(value)
	]);
	const all = new Map(entries);
	if (id !== undefined && !all.has('id')) all.set('id', String(id));
	return all;
}

/** A table pads its cells with blanks and with NUL. */
function textOf(value: unknown): string {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}

function tidy(geometry: Polygon | MultiPolygon, number: number): Polygon | MultiPolygon {
	const polygon = (rings: Position[][]) =>
		rings.map((ring, index) => wound(closed(ring, number), index === 0));
	return geometry.type === 'Polygon'
		? { type: 'Polygon', coordinates: polygon(geometry.coordinates) }
		: { type: 'MultiPolygon', coordinates: geometry.coordinates.map(polygon) };
}

/** Two coordinates a position, the last like the first. */
function closed(ring: unknown, number: number): Position[] {
	const feature = String(number);
	if (!Array.isArray(ring)) throw new BoundaryError('ring_broken', { feature });
	const positions = ring.map((position: unknown): Position => {
		const [x, y]: unknown[] = Array.isArray(position) ? position : [];
		if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y))
			throw new BoundaryError('ring_broken', { feature });
		checkPlace(x, y, feature);
		return [x, y];
	});
	const [first] = positions;
	const last = positions.at(-1);
	if (first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push([...first]);
	if (positions.length < 4) throw new BoundaryError('ring_broken', { feature });
	return positions;
}

function checkPlace(x: number, y: number, feature: string): void {
	const { west, south, east, north } = AROUND;
	if (x >= west && x <= east && y >= south && y <= north) return;
	const found = `${x}, ${y}`;
	const degrees = Math.abs(x) <= 180 && Math.abs(y) <= 180;
	throw new BoundaryError(degrees ? 'coordinates_elsewhere' : 'coordinates_projected', {
		feature,
		found
	});
}

function wound(ring: Position[], clockwise: boolean): Position[] {
	let sum = 0;
	ring.forEach(([x = 0, y = 0], index) => {
		const [beforeX = x, beforeY = y] = ring[index - 1] ?? [x, y];
		sum += beforeX * y - x * beforeY;
	});
	return sum < 0 === clockwise ? ring : ring.reverse();
}
