import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those on the way to it, one by one: Node's own way does not come to an end where
 * a file system lets nobody make folders.
 * @returns the outermost folder that was made; undefined where all were there
 */
export function makeFolders(folder: string): string | undefined {
	const missing: string[] = [];
	let at = path.resolve(folder);
	while (!existsSync(at) && at !== path.dirname(at)) {
		missing.push(at);
		at = path.dirname(at);
	}
	const outermost = missing.at(-1);
	for (const each of missing.reverse()) mkdirSync(each);
	return outermost;
}
