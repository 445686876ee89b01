import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isWithin, realPlace } from '../secret/place';
import { fail } from './problem';

/** What an extract holds beside the files that its manifest names. */
const ABOUT = ['manifest.json', 'datapackage.json'];
/** What file managers leave in a folder that was looked at. */
const TRACES = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** Names of the files of an extract as its manifest says; null where it is no manifest of one. */
function namedInManifest(folder: string): string[] | null {
	try {
		const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
		const { contentHash, files } = JSON.parse(text) as Record<string, unknown>;
		if (typeof contentHash !== 'string' || !Array.isArray(files)) return null;
		return files.map((file: { path?: unknown }) => String(file.path));
	} catch {
		return null;
	}
}

/** Whether the folder holds an extract and nothing else: only that may be replaced. */
function isReplaceable(folder: string): boolean {
	const found = readdirSync(folder).filter((name) => !TRACES.includes(name));
	if (found.length === 0) return true;
	const named = namedInManifest(folder);
	return named !== null && found.every((name) => ABOUT.includes(name) || named.includes(name));
}

/** Whether something could be made in the folder; where it is not there yet, in the one above it. */
export function canWriteIn(folder: string): boolean {
	const place = path.resolve(folder);
	if (!existsSync(place)) return place !== path.dirname(place) && canWriteIn(path.dirname(place));
	try {
		accessSync(place, constants.W_OK | constants.X_OK);
		return statSync(place).isDirectory();
	} catch {
		return false;
	}
}

/**
 * Whether an extract can be written to a folder: before anything is read, since it takes minutes.
 * @param inputs files that are needed afterwards too, which may not be replaced with the folder
 * @throws ExtractFailure
 */
export function checkOut(out: string, inputs: readonly string[]): void {
	const folder = realPlace(out);
	if (existsSync(folder) && !statSync(folder).isDirectory())
		fail({ kind: 'out_is_file', folder: out });
	for (const file of inputs)
		if (isWithin(realPlace(file), folder)) fail({ kind: 'out_holds_file', folder: out, file });
	if (existsSync(folder) && !isReplaceable(folder)) fail({ kind: 'out_is_other', folder: out });
	if (!canWriteIn(path.dirname(folder))) fail({ kind: 'out_not_writable', folder: out });
}

/**
 * Whether the raw cells can be written to a file: never into what is published, never over anything.
 * @throws ExtractFailure
 */
export function checkRaw(raw: string, out: string): void {
	if (isWithin(realPlace(raw), realPlace(out))) fail({ kind: 'raw_inside_out', folder: out });
	if (existsSync(raw)) fail({ kind: 'raw_exists', file: raw });
	const folder = path.dirname(path.resolve(raw));
	if (!existsSync(folder) || !canWriteIn(folder)) fail({ kind: 'raw_not_writable', file: raw });
}
