import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Every file below a folder, links followed, in a fixed order: what a web server would hand out.
 * @returns paths relative to the folder, with forward slashes
 */
export async function filesBelow(folder: string): Promise<string[]> {
	const seen = new Set<string>();
	const found: string[] = [];
	const walk = async (below: string): Promise<void> => {
		const here = path.join(folder, below);
		const real = await realpath(here);
		if (seen.has(real)) return;
		seen.add(real);
		for (const name of (await readdir(here)).sort()) {
			const file = path.join(below, name);
			if ((await stat(path.join(folder, file))).isDirectory()) await walk(file);
			else found.push(file.split(path.sep).join('/'));
		}
	};
	await walk('');
	return found;
}
