import { version } from '@duckdb/node-api';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FORMAT, type DatasetChange, type Manifest } from '$lib/engine/manifest';
import { TABLES } from '../../contract/tables';
import { inDraft } from '../work/draft';
import { readChanges } from './changes';
import { checkRows, type Rows } from './check';
import { sortRows, toCsv } from './csv';
import { parquetOf, sqlTypeOf, writeDatabase } from './database';
import { publishedPackage } from './datapackage';
import { InputError, type Fault } from './fault';
import { checkFigures } from './figures';
import { fingerprint, isCurrent, sha256 } from './fingerprint';
import { readRows, type InputFolders } from './read';
import { checkTargets } from './targets';

export interface BuildOptions extends InputFolders {
	/** Folder to write; replaced as a whole. */
	out: string;
	/** Builds even where nothing changed. */
	force?: boolean;
}

export type BuildResult =
	{ kind: 'unchanged' } | { kind: 'built'; manifest: Manifest; milliseconds: number };

/**
 * Builds the published extract: DuckDB file, CSV and Parquet files, manifest, data package.
 * Everything is written beside `out` and moved there at the end, so that an interrupted build leaves
 * what was there before.
 * @throws InputError with every fault of the input
 */
export async function buildExtract(options: BuildOptions): Promise<BuildResult> {
	const started = performance.now();
	const out = path.resolve(options.out);
	const inputs = fingerprint(TABLES, options, version());
	if (!options.force && isCurrent(out, inputs)) return { kind: 'unchanged' };
	const { rows, changes } = readInput(options);
	return inDraft(out, async (draft) => {
		const manifest = await writeExtract(draft, rows, changes, inputs);
		return { kind: 'built', manifest, milliseconds: performance.now() - started };
	});
}

function readInput(folders: InputFolders): { rows: Rows; changes: DatasetChange[] } {
	const faults: Fault[] = [];
	const read = new Map(TABLES.map((table) => [table.name, readRows(table, folders, faults)]));
	const changes = readChanges(folders.published, faults);
	// With a file or a column missing, every reference into it would be one more fault that says nothing.
	if (faults.length === 0)
		faults.push(...checkRows(TABLES, read), ...checkFigures(read), ...checkTargets(read));
	if (faults.length > 0) throw new InputError(faults);
	const rows = new Map(
		TABLES.map((table) => [table.name, sortRows(table, read.get(table.name) ?? [])])
	);
	return { rows, changes };
}

async function writeExtract(
	folder: string,
	rows: Rows,
	changes: readonly DatasetChange[],
	inputs: string
): Promise<Manifest> {
	const csvs = TABLES.map((table) => ({
		path: `${table.name}.csv`,
		text: toCsv(table, rows.get(table.name) ?? [])
	}));
	for (const csv of csvs) writeFileSync(path.join(folder, csv.path), csv.text);
	const database = 'published.duckdb';
	await writeDatabase(path.join(folder, database), TABLES, ({ name }) =>
		path.join(folder, `${name}.csv`)
	);
	const figures = rows.get('figure') ?? [];
	const days = (column: string) => figures.map(({ cells }) => cells[column] ?? '').sort();
	const manifest: Manifest = {
		id: 'published',
		format: FORMAT,
		contentHash: sha256(csvs.map((csv) => `${csv.path}\n${sha256(csv.text)}\n`).join('')),
		kind: 'published',
		period: { start: days('period_start').at(0) ?? '', end: days('period_end').at(-1) ?? '' },
		tables: TABLES.map((table) => ({
			name: table.name,
			rows: rows.get(table.name)?.length ?? 0,
			columns: table.columns.map((column) => ({
				name: column.name,
				type: column.type === 'code' ? 'ENUM' : sqlTypeOf(table, column)
			}))
		})),
		files: [
			database,
			...csvs.map((csv) => csv.path),
			...TABLES.map((table) => parquetOf(table))
		].map((file) => {
			const bytes = readFileSync(path.join(folder, file));
			return { path: file, bytes: bytes.length, sha256: sha256(bytes) };
		}),
		sources: (rows.get('source') ?? []).map(({ cells }) => ({
			id: cells.id ?? '',
			publisher: cells.publisher ?? '',
			title: cells.title ?? '',
			date: cells.date ?? ''
		})),
		...(changes.length > 0 ? { changes } : {}),
		inputs
	};
	const write = (file: string, value: object) =>
		writeFileSync(path.join(folder, file), JSON.stringify(value, null, '\t') + '\n');
	write('manifest.json', manifest);
	write('datapackage.json', publishedPackage(manifest, TABLES));
	return manifest;
}
