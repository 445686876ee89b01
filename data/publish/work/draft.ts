import { chmodSync, existsSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeFolders } from './folders';

/**
 * Writes a folder whole or not at all: the work fills a draft beside it, which takes its place at the
 * end. What stood there before stays until then, and for good where the work fails or is stopped.
 */
export async function inDraft<Result>(
	out: string,
	work: (draft: string) => Promise<Result>
): Promise<Result> {
	const folder = path.resolve(out);
	const made = makeFolders(path.dirname(folder));
	const draft = mkdtempSync(path.join(path.dirname(folder), '.building-'));
	// A temporary folder is closed to others; a published one is read by the web server.
	chmodSync(draft, 0o755);
	const remove = () => {
		rmSync(draft, { recursive: true, force: true });
		if (made !== undefined) removeEmpty(path.dirname(folder), made);
	};
	process.once('exit', remove);
	try {
		const result = await work(draft);
		replace(draft, folder);
		return result;
	} finally {
		process.off('exit', remove);
		remove();
	}
}

/** Removes folders that were made on the way and hold nothing, from the innermost outwards. */
function removeEmpty(inner: string, outer: string): void {
	try {
		for (let folder = inner; folder.length >= outer.length; folder = path.dirname(folder))
			rmdirSync(folder);
	} catch {
		// It holds something: what was written, or what others have put there meanwhile.
	}
}

/** Two renames: what stood there before is put aside first, since a folder cannot be renamed onto it. */
function replace(draft: string, out: string): void {
	const aside = `${draft}-old`;
	if (existsSync(out)) renameSync(out, aside);
	renameSync(draft, out);
	rmSync(aside, { recursive: true, force: true });
}
