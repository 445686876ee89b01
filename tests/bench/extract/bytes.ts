import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of a file as brotli, compressed as the build compresses for a host. */
export function brotliBytes(bytes: Uint8Array, quality: 9 | 11): number {
	return brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
		}
	}).length;
}

/** Files of an extract that a reader loads or downloads, and their bytes. */
export interface Bytes {
	name: string;
	files: number;
	raw: number;
	/** Of what travels as brotli; null for what is compressed already. */
	brotli: number | null;
}

const GROUPS: readonly { name: string; of: RegExp }[] = [
	{ name: 'core.duckdb', of: /^core\.duckdb$/ },
	{ name: '00.duckdb', of: /^00\.duckdb$/ },
	{ name: 'provinces', of: /^\d\d\.duckdb$/ },
	{ name: 'csv.gz', of: /\.csv\.gz$/ },
	{ name: 'parquet', of: /\.parquet$/ }
];

/** Bytes of an extract, raw and as brotli (quality 9). */
export function bytesOf(folder: string): Bytes[] {
	let rest = readdirSync(folder);
	return GROUPS.map(({ name, of }) => {
		const files = rest.filter((file) => of.test(file));
		rest = rest.filter((file) => !of.test(file));
		const contents = files.map((file) => readFileSync(path.join(folder, file)));
		const sum = (bytesOfFile: (bytes: Buffer) => number) =>
			contents.reduce((total, bytes) => total + bytesOfFile(bytes), 0);
		const loaded = files.some((file) => file.endsWith('.duckdb'));
		return {
			name,
			files: files.length,
			raw: sum((bytes) => bytes.length),
			brotli: loaded ? sum((bytes) => brotliBytes(bytes, 9)) : null
		};
	});
}
