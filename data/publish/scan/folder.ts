import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findIdentifiers } from '$lib/protect/scan/find';
import { scanFile, type PlacedFinding, type ScanSettings } from './file';
import { loadKnown, type Known } from './known';
import { containerOf, isPacked, openUnpacked, unpackedName } from './open';
import { filesBelow } from './walk';

/** An identifier in a folder: kind and place, never what it says. */
export interface ArtefactFinding extends PlacedFinding {
	/** Relative to the folder, with forward slashes; identifiers in the name itself are blotted out. */
	file: string;
}

export interface ScanOptions {
	/** Called before each file. */
	onProgress?: (done: number, total: number) => void;
	/** E-mail addresses that may be published, such as the office's own. */
	allowed?: Iterable<string>;
	/** Files that hold nothing but codes and figures: any other text in them is found as a name. */
	coded?: (file: string) => boolean;
	/** Reference tables, where they have been read already. */
	known?: Known;
}

/** Thrown where a file cannot be read: what has not been searched may hold anything. */
export class ScanError extends Error {
	override readonly name = 'ScanError';
	/** @param file relative to the folder */
	constructor(readonly file: string) {
		// The reason is left out: a reader of tables quotes the cell that it failed on.
		super(`${file} cannot be read, so it cannot be searched for identifiers`);
	}
}

/**
 * Searches every file of a folder for identifiers of people: texts, pages, programs and drawings, CSV, JSON, Parquet
 * and DuckDB with their metadata, the bytes of everything, compressed files by their content, and the
 * names of the files. A file whose compressed form stands beside it is searched once.
 * @returns how many files were searched, and at most a thousand findings of each
 * @throws ScanError where a file cannot be read
 */
export async function scanFolder(
	folder: string,
	options: ScanOptions = {}
): Promise<{ files: number; findings: ArtefactFinding[] }> {
	const known = options.known ?? loadKnown();
	const own = [...(options.allowed ?? [])].map((address) => address.toLowerCase());
	const allowed = new Set([...known.authors, ...own]);
	const files = await filesBelow(folder);
	const findings: ArtefactFinding[] = [];
	for (const [done, file] of files.entries()) {
		options.onProgress?.(done, files.length);
		const { issuers, rules } = known;
		const name = blotted(file, { issuers, allowed });
		for (const found of name.findings) findings.push({ file: name.text, place: 'name', ...found });
		const settings: ScanSettings = {
			find: { issuers, allowed },
			rules: options.coded?.(file) === true ? rules : null
		};
		try {
			for (const found of await scanOne(folder, file, files, settings))
				findings.push({ file: name.text, ...found });
		} catch {
			throw new ScanError(name.text);
		}
	}
	options.onProgress?.(files.length, files.length);
	return { files: files.length, findings };
}

/** A name with a block over each identifier in it. */
function blotted(name: string, find: ScanSettings['find']) {
	const findings = findIdentifiers(name, find);
	const text = findings.reduceRight(
		(left, { position, length }) =>
			left.slice(0, position) + '▮'.repeat(length) + left.slice(position + length),
		name
	);
	return { text, findings };
}

async function scanOne(
	folder: string,
	file: string,
	files: readonly string[],
	settings: ScanSettings
): Promise<PlacedFinding[]> {
	const whole = path.join(folder, file);
	if (!isPacked(file)) return scanFile(whole, file, await containerOf(whole), settings);
	const plain = unpackedName(file);
	if (files.includes(plain) && (await same(whole, path.join(folder, plain)))) return [];
	// A database can only be opened as a file of its own.
	const closed = await mkdtemp(path.join(tmpdir(), 'scan-'));
	try {
		const unpacked = path.join(closed, 'unpacked');
		await pipeline(openUnpacked(whole), createWriteStream(unpacked, { mode: 0o600 }));
		return await scanFile(unpacked, plain, await containerOf(unpacked), settings);
	} finally {
		await rm(closed, { recursive: true, force: true });
	}
}

async function same(packed: string, plain: string): Promise<boolean> {
	const [one, other] = await Promise.all([packed, plain].map(digest));
	return one === other;
}

async function digest(file: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(openUnpacked(file), hash);
	return hash.digest('hex');
}
