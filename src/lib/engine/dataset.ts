import type { DatasetLocation, Progress } from './engine';
import { EngineError } from './errors';
import { databaseOf, parseManifest, type ManifestFile } from './manifest';
import { sha256 } from './sha256';

/** Where a dataset's files come from: HTTP in the browser, the disk in Node. */
export interface FileSource {
	/** @throws EngineError `offline`, `missing_file`, `aborted` */
	text(file: string): Promise<string>;
	/** @throws EngineError as `text` */
	bytes(file: string, onChunk: (loaded: number) => void): Promise<Uint8Array>;
}

/**
 * Fetches a dataset's database and checks it against the manifest.
 * @returns its bytes, and its name in the dataset's folder
 * @throws EngineError `extract_too_new`, `extract_changed`, `bad_file` and what the source throws
 */
export async function fetchDatabase(
	dataset: DatasetLocation,
	source: FileSource,
	onProgress: (progress: Progress) => void = () => undefined
): Promise<{ bytes: Uint8Array; path: string }> {
	const file = await manifestFile(dataset, source);
	const address = dataset.base + file.path;
	// The total is the manifest's: Content-Length counts compressed bytes where the server compresses.
	const report = (loaded: number) =>
		onProgress({ step: 'dataset', loaded: Math.min(loaded, file.bytes), total: file.bytes });
	report(0);
	const bytes = await source.bytes(address, report);
	await verify(bytes, file, address);
	return { bytes, path: file.path };
}

async function manifestFile(dataset: DatasetLocation, source: FileSource): Promise<ManifestFile> {
	const address = `${dataset.base}manifest.json`;
	const manifest = parseManifest(await source.text(address), address);
	const { contentHash: found } = manifest;
	const expected = dataset.contentHash;
	if (expected !== undefined && expected !== found) {
		throw new EngineError({ kind: 'extract_changed', expected, found });
	}
	return databaseOf(manifest, dataset.file);
}

async function verify(bytes: Uint8Array, expected: ManifestFile, file: string): Promise<void> {
	if (bytes.length < expected.bytes) {
		const detail = `${bytes.length} of ${expected.bytes} bytes`;
		throw new EngineError({ kind: 'bad_file', file, reason: 'truncated', detail });
	}
	const found = await sha256(bytes);
	if (found !== expected.sha256) {
		const detail = `${found} instead of ${expected.sha256}`;
		throw new EngineError({ kind: 'bad_file', file, reason: 'hash', detail });
	}
}
