import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../../site/tool';

/** Why a secret may not lie where it was to lie. */
export type PlaceProblem = 'inside_repository' | 'public_folder';

/** Folders that build tools and web servers hand out to everyone. */
const PUBLIC = ['static', 'build', 'dist', 'public', 'public_html', 'htdocs', 'www', 'wwwroot'];

/**
 * Where a file really is or would be: symbolic links and `..` followed as the system follows them,
 * with the spelling of the disk.
 */
export function realPlace(file: string): string {
	const whole = path.resolve(file);
	const missing: string[] = [];
	let existing = whole;
	while (!existsSync(existing) && path.dirname(existing) !== existing) {
		missing.unshift(path.basename(existing));
		existing = path.dirname(existing);
	}
	return path.join(realpathSync.native(existing), ...missing);
}

/** Whether a file lies in a folder, or is that folder; both as they really are. */
export function isWithin(file: string, folder: string): boolean {
	const way = path.relative(folder, file);
	return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/** The folders above a file, from the nearest. */
function foldersOf(file: string): string[] {
	const folder = path.dirname(file);
	return folder === file ? [] : [folder, ...foldersOf(folder)];
}

/**
 * Refuses this project, every other folder that is kept in Git, and folders that are handed out.
 * @returns null where a secret may lie
 */
export function placeProblemOf(file: string): PlaceProblem | null {
	const place = realPlace(file);
	const folders = foldersOf(place);
	if (isWithin(place, realpathSync.native(PROJECT))) return 'inside_repository';
	if (folders.some((folder) => existsSync(path.join(folder, '.git')))) return 'inside_repository';
	const names = folders.map((folder) => path.basename(folder).toLowerCase());
	return names.some((name) => PUBLIC.includes(name)) ? 'public_folder' : null;
}
