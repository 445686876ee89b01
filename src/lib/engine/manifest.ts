import { EngineError } from './errors';

/** The highest manifest format that this code reads. */
export const FORMAT = 1;

export interface ManifestFile {
	path: string;
	bytes: number;
	/** Lower-case hexadecimal. */
	sha256: string;
}

export interface ManifestTable {
	name: string;
	rows: number;
	columns: { name: string; type: string }[];
}

/** One entry of a dataset's change log: which content, since when, and what was changed. */
export interface DatasetChange {
	contentHash: string;
	/** `2026-11-25` */
	date: string;
	note: { id: string; en: string };
}

/** What a dataset says of itself: `manifest.json` beside its files. */
export interface Manifest {
	id: string;
	format: number;
	/** sha256 over the logical content: equal content, equal hash, whatever wrote the files. */
	contentHash: string;
	/** What its figures are: published by others, protected from lists, or generated. */
	kind: 'published' | 'computed' | 'demo';
	/** First and last day that any figure covers. */
	period: { start: string; end: string };
	tables: ManifestTable[];
	/** The database comes first; the others carry the same rows for other programs. */
	files: ManifestFile[];
	sources: { id: string; publisher: string; title: string; date: string }[];
	/** Its change log, oldest first, where one is kept. */
	changes?: readonly DatasetChange[];
	/** sha256 over what it was built from, so that an unchanged input is not built again. */
	inputs: string;
}

const HASH = /^[0-9a-f]{64}$/;
const PATH = /^[\w.-]+$/;

/**
 * Reads and checks a manifest.
 * @param file its address, for the message
 * @throws EngineError `bad_file` where it is not a manifest, `extract_too_new` for a later format
 */
export function parseManifest(text: string, file: string): Manifest {
	const bad = (detail: string) =>
		new EngineError({ kind: 'bad_file', file, reason: 'format', detail });
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (cause) {
		throw bad(cause instanceof Error ? cause.message : String(cause));
	}
	if (!isRecord(data)) throw bad('not an object');
	const { format } = data;
	if (typeof format !== 'number') throw bad('format is not a number');
	if (format > FORMAT) {
		throw new EngineError({ kind: 'extract_too_new', found: format, supported: FORMAT });
	}
	const fault = faultOf(data);
	if (fault !== null) throw bad(fault);
	return data as unknown as Manifest;
}

/**
 * A database file of a dataset: the first, or the one named.
 * @throws EngineError `bad_file` where the manifest names no such file
 */
export function databaseOf(manifest: Manifest, name?: string): ManifestFile {
	const file = manifest.files.find(
		({ path }) => path.endsWith('.duckdb') && (name === undefined || path === name)
	);
	if (file) return file;
	throw new EngineError({
		kind: 'bad_file',
		file: 'manifest.json',
		reason: 'format',
		detail: 'no database file is named'
	});
}

function faultOf(data: Record<string, unknown>): string | null {
	if (typeof data.id !== 'string') return 'id is missing';
	if (typeof data.contentHash !== 'string' || !HASH.test(data.contentHash)) {
		return 'contentHash is not a sha256';
	}
	if (!Array.isArray(data.tables)) return 'tables is not a list';
	if (!Array.isArray(data.sources)) return 'sources is not a list';
	if (!Array.isArray(data.files) || !data.files.every(isFile)) {
		return 'files is not a list of path, bytes and sha256';
	}
	return null;
}

function isFile(value: unknown): value is ManifestFile {
	return (
		isRecord(value) &&
		typeof value.path === 'string' &&
		PATH.test(value.path) &&
		Number.isSafeInteger(value.bytes) &&
		typeof value.sha256 === 'string' &&
		HASH.test(value.sha256)
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
