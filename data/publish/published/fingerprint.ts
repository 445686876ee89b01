import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '$lib/engine/manifest';
import type { TableContract } from '../../contract/column';
import { CHANGES } from '../../contract/tables';
import { filesOf, type InputFolders } from './read';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const CODE = [
	HERE,
	path.resolve(HERE, '../../contract'),
	path.resolve(HERE, '../../../src/lib/model')
];

/** What the data package says of tables and columns. */
const WORDS = [
	path.resolve(HERE, '../../../src/lib/i18n/column-words.ts'),
	path.resolve(HERE, '../../../src/lib/i18n/messages/en/catalogue.json')
];

export function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** sha256 over the input files, the code that builds and the version of DuckDB. */
export function fingerprint(
	tables: readonly TableContract[],
	folders: InputFolders,
	duckdb: string
): string {
	const hash = createHash('sha256').update(duckdb);
	const inputs = [
		...new Set(tables.flatMap((table) => filesOf(table, folders))),
		path.join(folders.published, CHANGES),
		...WORDS
	];
	for (const file of [...CODE.flatMap(codeIn), ...inputs]) {
		hash.update(`\n${path.basename(file)}\n`);
		if (existsSync(file)) hash.update(readFileSync(file));
	}
	return hash.digest('hex');
}

/** Whether the folder already holds what these inputs give, whole. */
export function isCurrent(folder: string, inputs: string): boolean {
	const manifest = path.join(folder, 'manifest.json');
	if (!existsSync(manifest)) return false;
	try {
		const { inputs: before, files } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
		return (
			before === inputs &&
			files.every((file) => sha256(readFileSync(path.join(folder, file.path))) === file.sha256)
		);
	} catch {
		// Half written or edited by hand: built again.
		return false;
	}
}

function codeIn(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.ts'))
		.sort()
		.map((name) => path.join(folder, name));
}
