import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { containerOf, isPacked, openUnpacked } from '../../data/publish/scan/open';
import { storedTexts } from '../../data/publish/scan/stored';
import { filesBelow } from '../../data/publish/scan/walk';
import { Needles } from './needles';

/** A number that went in and stands in a file. */
export interface Leak {
	file: string;
	/** Which of the needles. */
	needle: number;
}

/**
 * Searches all files of some folders for numbers that must not be there: their names, their bytes as they are and
 * decompressed, and what DuckDB and Parquet files hold, read by SQL.
 * @param needles numbers of 16 digits, thousands if need be
 * @returns each needle at most once a file
 * @throws where a database or a compressed file cannot be read
 */
export async function findRaw(
	folders: readonly string[],
	needles: readonly string[]
): Promise<Leak[]> {
	const search = new Needles(needles);
	const leaks: Leak[] = [];
	for (const folder of folders)
		for (const name of await filesBelow(folder)) {
			const file = path.join(folder, name);
			const found = search.search()(Buffer.from(name));
			for (const needle of await inFile(file, search)) found.add(needle);
			leaks.push(...[...found].map((needle) => ({ file, needle })));
		}
	return leaks;
}

async function inFile(file: string, needles: Needles): Promise<Set<number>> {
	const found = await inBytes(createReadStream(file, { highWaterMark: 1 << 20 }), needles);
	if (!isPacked(file)) {
		await inContainer(file, needles, found);
		return found;
	}
	const closed = await mkdtemp(path.join(tmpdir(), 'leaks-'));
	try {
		const unpacked = path.join(closed, 'unpacked');
		await pipeline(openUnpacked(file), createWriteStream(unpacked));
		for (const needle of await inBytes(createReadStream(unpacked), needles)) found.add(needle);
		await inContainer(unpacked, needles, found);
	} finally {
		await rm(closed, { recursive: true });
	}
	return found;
}

async function inBytes(bytes: AsyncIterable<Uint8Array>, needles: Needles): Promise<Set<number>> {
	const found = new Set<number>();
	const search = needles.search();
	for await (const piece of bytes) for (const needle of search(piece)) found.add(needle);
	return found;
}

async function inContainer(file: string, needles: Needles, found: Set<number>): Promise<void> {
	const kind = await containerOf(file);
	if (kind === null) return;
	for await (const { text } of storedTexts(file, kind))
		for (const needle of needles.search()(Buffer.from(text))) found.add(needle);
}
