import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

const PACKED = /\.(br|gz)$/i;

/** The name without `.br` or `.gz`: it says what is inside. */
export function unpackedName(file: string): string {
	return file.replace(PACKED, '');
}

export function isPacked(file: string): boolean {
	return PACKED.test(file);
}

/** The bytes of a file, decompressed where it is compressed. */
export function openUnpacked(file: string): Readable {
	const raw = createReadStream(file, { highWaterMark: 1 << 20 });
	const kind = PACKED.exec(file)?.[1]?.toLowerCase();
	if (kind === undefined) return raw;
	const unpack = kind === 'br' ? createBrotliDecompress() : createGunzip();
	// An error on the way in would otherwise leave the reader waiting.
	raw.on('error', (error) => unpack.destroy(error));
	return raw.pipe(unpack);
}

export type Container = 'duckdb' | 'parquet';

/** How archives begin: ZIP (also XLSX), gzip, Zstandard, 7z, xz. */
const ARCHIVES = ['504b0304', '1f8b08', '28b52ffd', '377abcaf', 'fd377a58'];

/**
 * Whether a file is a database or Parquet, by what it begins with and whatever its name.
 * @throws Error for an archive: what it holds cannot be seen from outside
 */
export async function containerOf(file: string): Promise<Container | null> {
	const handle = await open(file);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(12), 0, 12, 0);
		const start = buffer.toString('hex', 0, bytesRead);
		if (ARCHIVES.some((archive) => start.startsWith(archive))) throw new Error('An archive');
		if (buffer.toString('latin1', 0, 4) === 'PAR1') return 'parquet';
		return buffer.toString('latin1', 8, 12) === 'DUCK' ? 'duckdb' : null;
	} finally {
		await handle.close();
	}
}
