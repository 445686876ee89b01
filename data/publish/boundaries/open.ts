import { readFile, stat } from 'node:fs/promises';
import type { Feature, FeatureCollection } from 'geojson';
import { BoundaryError } from './problem';
import { readJson } from './json';
import type { Shapes } from './shape';
import { toShapes } from './geometry';
import { isZip, readZip } from './zip';

/** Beyond this a file cannot be held as text. */
const MOST_BYTES = 500_000_000;

/**
 * The areas of a GeoJSON or TopoJSON file or of a zipped shapefile; which of them it is, its bytes say.
 * @param layer which layer to read, where the file holds several
 * @throws BoundaryError
 */
export async function openShapes(file: string, layer: string | undefined): Promise<Shapes> {
	const bytes = await bytesOf(file);
	return toShapes(await featuresOf(bytes, layer));
}

async function bytesOf(file: string): Promise<Uint8Array> {
	try {
		const about = await stat(file);
		if (about.isDirectory()) throw new BoundaryError('file_is_folder');
		if (about.size > MOST_BYTES) throw new BoundaryError('file_too_large');
		if (about.size === 0) throw new BoundaryError('file_empty');
		return await readFile(file);
	} catch (error) {
		if (error instanceof BoundaryError) throw error;
		const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		throw new BoundaryError(missing ? 'file_missing' : 'file_unreadable', {}, { cause: error });
	}
}

async function featuresOf(bytes: Uint8Array, layer: string | undefined): Promise<Feature[]> {
	if (isZip(bytes)) {
		const inside = await readZip(bytes, layer);
		return 'json' in inside ? readJson(inside.json, layer) : collected(inside.features);
	}
	// The file code of a .shp, big-endian.
	if (new DataView(bytes.buffer, bytes.byteOffset, bytes.length).byteLength >= 4) {
		const code = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0);
		if (code === 9994) throw new BoundaryError('shapefile_bare');
	}
	return readJson(bytes, layer);
}

function collected({ features }: FeatureCollection): Feature[] {
	return features;
}
