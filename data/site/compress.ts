import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { PROJECT } from './tool';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const COMPRESSIBLE = /\.(html|js|css|json|svg|txt|csv|xml|wasm|duckdb|webmanifest)$/;
const BIG = 4_000_000;
/** Outside build/, which every build empties: DuckDB's program is the same from build to build. */
const CACHE = path.join(PROJECT, 'node_modules/.cache/pantau-sejahtera/compressed');

/**
 * `quick` compresses a little less: DuckDB's 34 MB take 10 s and 5.9 MB instead of 45 s and 5.3 MB,
 * and a profile 1.5 ms and 3.9 kB instead of 60 ms and 3.5 kB. For the reader's own machine; what is put on a
 * host is made `small`.
 */
export type Effort = 'quick' | 'small';

async function compressBytes(bytes: Buffer, kind: 'br' | 'gz', quality: number): Promise<Buffer> {
	if (kind === 'gz') return zip(bytes, { level: quality === 11 ? 9 : 6 });
	return brotli(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
		}
	});
}

/** A big file compressed as asked, or better where that has been done before. */
async function cached(bytes: Buffer, kind: 'br' | 'gz', effort: Effort): Promise<string> {
	const name = createHash('sha256').update(bytes).digest('hex');
	const best = path.join(CACHE, `${name}.10.${kind}`);
	const asked = effort === 'small' ? best : path.join(CACHE, `${name}.9.${kind}`);
	if (existsSync(best)) return best;
	if (existsSync(asked)) return asked;
	await mkdir(CACHE, { recursive: true });
	const draft = `${asked}.${process.pid}`;
	await writeFile(draft, await compressBytes(bytes, kind, effort === 'small' ? 10 : 9));
	await rename(draft, asked);
	return asked;
}

async function compressFile(file: string, effort: Effort): Promise<void> {
	const bytes = await readFile(file);
	if (bytes.length < 256) return;
	for (const kind of ['br', 'gz'] as const)
		if (bytes.length > BIG) await copyFile(await cached(bytes, kind, effort), `${file}.${kind}`);
		else
			await writeFile(
				`${file}.${kind}`,
				await compressBytes(bytes, kind, effort === 'small' ? 11 : 6)
			);
}

/** Writes `FILE.br` and `FILE.gz` beside every file of the folder that gains by it. */
export async function compressFolder(folder: string, effort: Effort): Promise<number> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
		.map((entry) => path.join(entry.parentPath, entry.name));
	const waiting = [...files];
	const worker = async () => {
		for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
			await compressFile(file, effort);
	};
	await Promise.all([worker(), worker(), worker(), worker()]);
	return files.length;
}
