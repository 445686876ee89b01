import type { MultiPolygon, Polygon } from 'geojson';

/** A feature of the file: an area, and what the file says of it. */
export interface Shape {
	/** Place in the file, from 1. */
	number: number;
	/** Every property as text; the feature's own id as `id`. */
	properties: ReadonlyMap<string, string>;
	geometry: Polygon | MultiPolygon;
}

/** What was read of a file. */
export interface Shapes {
	shapes: Shape[];
	/** Numbers of the features that hold no geometry at all. */
	empty: number[];
}
