import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What the site is made from, from the top of the project. */
const MADE_FROM = [
	'src',
	'static',
	'data',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];

/** What is itself made from the rest, and changes nothing. */
const GENERATED = [
	'static/extract',
	'src/lib/i18n/paraglide',
	'src/lib/i18n/project.inlang/cache',
	'src/lib/i18n/project.inlang/README.md',
	'src/lib/i18n/project.inlang/.gitignore'
];

function* filesUnder(project: string, relative: string): Generator<string> {
	const full = path.join(project, relative);
	if (GENERATED.includes(relative) || !existsSync(full)) return;
	if (!statSync(full).isDirectory()) {
		yield relative;
		return;
	}
	for (const name of readdirSync(full).sort()) yield* filesUnder(project, `${relative}/${name}`);
}

/**
 * sha256 (hex) over names and contents of everything the site is made from, or of the files and
 * folders named. Equal sources give an equal fingerprint, whatever the times of the files say.
 */
export function fingerprint(project: string, starts: readonly string[] = MADE_FROM): string {
	const hash = createHash('sha256');
	for (const start of starts)
		for (const file of filesUnder(project, start)) {
			const content = readFileSync(path.join(project, file));
			hash.update(`${file}\0${content.length}\0`).update(content);
		}
	return hash.digest('hex');
}
