import type { Feature, FeatureCollection, Position } from 'geojson';
import { loadReference } from '../../../../data/reference/load';

export const reference = loadReference();

export const regencies = reference.regions.filter(({ level }) => level === 'regency');

/** How far a border wanders at a share of its way, the same for whoever draws it. */
function wander(at: number): number {
	return 0.08 * Math.sin(at * 37) + 0.01 * Math.sin(at * 411);
}

/** Corners along a border that two squares share, bent by what lies at each place. */
function border(from: Position, to: Position, corners: number): Position[] {
	const [x1 = 0, y1 = 0] = from;
	const [x2 = 0, y2 = 0] = to;
	return Array.from({ length: corners }, (_, index) => {
		const share = index / corners;
		const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
		const bend = index === 0 ? 0 : wander(x + 2 * y) * Math.sin(Math.PI * share);
		const flat = y1 === y2;
		return [Number((x + (flat ? 0 : bend)).toFixed(6)), Number((y + (flat ? bend : 0)).toFixed(6))];
	});
}

/** Both ways along a border are the same corners. */
function shared(from: Position, to: Position, corners: number): Position[] {
	const forward = String(from) < String(to);
	const way = forward ? border(from, to, corners) : border(to, from, corners);
	return forward ? way : [from, ...way.slice(1).reverse()];
}

/** A block of land with wandering borders, at a column and row of a grid in Indonesia. */
export function block(column: number, row: number, corners = 40): Position[] {
	const [x, y] = [100 + column, -8 + row];
	const edges: [Position, Position][] = [
		[
			[x, y],
			[x, y + 1]
		],
		[
			[x, y + 1],
			[x + 1, y + 1]
		],
		[
			[x + 1, y + 1],
			[x + 1, y]
		],
		[
			[x + 1, y],
			[x, y]
		]
	];
	return [...edges.flatMap(([from, to]) => shared(from, to, corners)), [x, y]];
}

/** A feature for each, side by side in rows of six. */
export function collection(
	properties: readonly Record<string, string | number>[],
	corners = 40
): FeatureCollection {
	const features = properties.map((each, index): Feature => ({
		type: 'Feature',
		properties: each,
		geometry: {
			type: 'Polygon',
			coordinates: [block(index % 6, Math.floor(index / 6), corners)]
		}
	}));
	return { type: 'FeatureCollection', features };
}

/** Regencies of a province with the code and name that files give them. */
export function regenciesOf(province: string, count = 12) {
	return regencies.filter(({ provinceCode }) => provinceCode === province).slice(0, count);
}

/** A shapefile's two parts: polygons, and a table of text (ESRI Shapefile Technical Description, 1998). */
export function shapefile(
	{ features }: FeatureCollection,
	columns: readonly string[]
): { shp: Uint8Array; dbf: Uint8Array } {
	const records = features.map(({ geometry }) => {
		const rings = geometry.type === 'Polygon' ? geometry.coordinates : [];
		const positions = rings.flat();
		const view = new DataView(new ArrayBuffer(44 + 4 * rings.length + 16 * positions.length));
		view.setInt32(0, 5, true);
		view.setInt32(36, rings.length, true);
		view.setInt32(40, positions.length, true);
		let at = 0;
		rings.forEach((ring, index) => {
			view.setInt32(44 + 4 * index, at, true);
			at += ring.length;
		});
		positions.forEach(([x = 0, y = 0], index) => {
			view.setFloat64(44 + 4 * rings.length + 16 * index, x, true);
			view.setFloat64(52 + 4 * rings.length + 16 * index, y, true);
		});
		return new Uint8Array(view.buffer);
	});
	const length = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0);
	const shp = new Uint8Array(length);
	const head = new DataView(shp.buffer);
	head.setInt32(0, 9994);
	head.setInt32(24, length / 2);
	head.setInt32(28, 1000, true);
	head.setInt32(32, 5, true);
	let offset = 100;
	records.forEach((record, index) => {
		head.setInt32(offset, index + 1);
		head.setInt32(offset + 4, record.length / 2);
		shp.set(record, offset + 8);
		offset += 8 + record.length;
	});
	return { shp, dbf: table(features, columns) };
}

const WIDTH = 40;

function table(features: readonly Feature[], columns: readonly string[]): Uint8Array {
	const headLength = 33 + 32 * columns.length;
	const rowLength = 1 + WIDTH * columns.length;
	const dbf = new Uint8Array(headLength + rowLength * features.length + 1).fill(32);
	const view = new DataView(dbf.buffer);
	const encoder = new TextEncoder();
	dbf.fill(0, 0, headLength);
	dbf[0] = 3;
	view.setInt32(4, features.length, true);
	view.setInt16(8, headLength, true);
	view.setInt16(10, rowLength, true);
	columns.forEach((column, index) => {
		dbf.set(encoder.encode(column), 32 + 32 * index);
		dbf[32 + 32 * index + 11] = 'C'.charCodeAt(0);
		dbf[32 + 32 * index + 16] = WIDTH;
	});
	dbf[headLength - 1] = 13;
	features.forEach(({ properties }, row) =>
		columns.forEach((column, index) => {
			const at = headLength + rowLength * row + 1 + WIDTH * index;
			dbf.set(encoder.encode(String(properties?.[column] ?? '')).slice(0, WIDTH), at);
		})
	);
	dbf[dbf.length - 1] = 26;
	return dbf;
}
