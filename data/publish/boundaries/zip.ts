import path from 'node:path';
import { type Unzipped, unzipSync } from 'fflate';
import type { FeatureCollection } from 'geojson';
import { read } from 'shapefile';
import { BoundaryError } from './problem';
import { chooseLayer } from './json';

/** Unpacked, a file may not be larger than this: a small archive can hold a flood. */
const MOST_BYTES = 1_500_000_000;

const NEEDED = /\.(shp|dbf|cpg|geojson|json|topojson)$/i;

export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * What a zip holds: a shapefile's features, or the bytes of its only JSON file.
 * @throws BoundaryError
 */
export async function readZip(
	bytes: Uint8Array,
	layer: string | undefined
): Promise<{ features: FeatureCollection } | { json: Uint8Array }> {
	const files = unpack(bytes);
	const names = Object.keys(files);
	const shapefiles = names.filter((name) => /\.shp$/i.test(name));
	if (shapefiles.length === 0) {
		const [json, ...more] = names.filter((name) => /json$/i.test(name));
		const content = json === undefined || more.length > 0 ? undefined : files[json];
		if (!content) throw new BoundaryError('zip_nothing');
		return { json: content };
	}
	const stems = new Map(shapefiles.map((name) => [path.posix.parse(name).name, name]));
	const shp = stems.get(chooseLayer([...stems.keys()], layer)) ?? '';
	return { features: await readShapefile(files, shp.slice(0, -4)) };
}

function unpack(bytes: Uint8Array): Unzipped {
	let total = 0;
	try {
		return unzipSync(bytes, {
			filter({ name, originalSize }) {
				// What macOS puts beside each file is none of them.
				if (!NEEDED.test(name) || name.startsWith('__MACOSX/')) return false;
				total += originalSize;
				if (total > MOST_BYTES) throw new BoundaryError('file_too_large');
				return true;
			}
		});
	} catch (error) {
		if (error instanceof BoundaryError) throw error;
		throw new BoundaryError('zip_broken', {}, { cause: error });
	}
}

async function readShapefile(files: Unzipped, stem: string): Promise<FeatureCollection> {
	const part = (extension: string) => {
		const wanted = `${stem}.${extension}`.toLowerCase();
		const name = Object.keys(files).find((each) => each.toLowerCase() === wanted);
		return name === undefined ? undefined : files[name];
	};
	const shp = part('shp');
	const dbf = part('dbf');
	if (!shp || !dbf) throw new BoundaryError('shapefile_no_table', { found: `${stem}.dbf` });
	const cpg = part('cpg');
	const encoding = cpg ? encodingOf(new TextDecoder().decode(cpg)) : 'utf-8';
	try {
		return await read(copy(shp), copy(dbf), { encoding });
	} catch (error) {
		throw new BoundaryError('shapefile_broken', { found: `${stem}.shp` }, { cause: error });
	}
}

/** What a .cpg says, as decoders know it; UTF-8 where they do not. */
function encodingOf(text: string): string {
	const name = text
		.trim()
		.toLowerCase()
		.replace(/^(?:cp|ansi )?(125\d)$/, 'windows-$1');
	try {
		return new TextDecoder(name).encoding;
	} catch {
		return 'utf-8';
	}
}

/** The reader takes whole buffers only. */
function copy(bytes: Uint8Array): ArrayBuffer {
	return new Uint8Array(bytes).buffer;
}
