import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { LISTS } from '$lib/model';
import { MADE_BY } from './truth';

/** The files of a demo. */
export const FILES = [...LISTS, 'reporting', 'stages', 'truth'] as const;
export type DemoFile = (typeof FILES)[number];

/** The name of a file within the folder. */
export function fileName(file: DemoFile): string {
	return file === 'truth' ? 'truth.json' : `${file}.csv`;
}

/** Thrown where a folder holds what the demo did not make; nothing in it was touched. */
export class FolderTakenError extends Error {
	override readonly name = 'FolderTakenError';

	constructor(readonly folder: string) {
		super(`${folder} holds files that were not made by the demo`);
	}
}

function madeByDemo(folder: string): boolean {
	const names = readdirSync(folder);
	if (names.length === 0) return true;
	const own = new Set<string>(FILES.map(fileName));
	if (!names.includes(fileName('truth')) || names.some((name) => !own.has(name))) return false;
	try {
		const found: unknown = JSON.parse(readFileSync(path.join(folder, fileName('truth')), 'utf8'));
		return (
			found !== null && typeof found === 'object' && 'made_by' in found && found.made_by === MADE_BY
		);
	} catch {
		return false;
	}
}

/** @throws FolderTakenError where it is a file, or holds anything that the demo did not make */
export function checkFolder(folder: string): void {
	if (!existsSync(folder)) return;
	try {
		if (madeByDemo(folder)) return;
	} catch {
		// A file, or a folder that cannot be read.
	}
	throw new FolderTakenError(folder);
}
