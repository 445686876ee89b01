import type { DuckDBConnection } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FORMAT } from '$lib/engine/manifest';
import { MEASURES } from '$lib/model';
import { CUBES } from '$lib/protect/cubes';
import type { ComputedManifest, ExtractPart } from '$lib/protect/manifest';
import { keysOf, publishedSql, type Rule } from '$lib/protect/publish';
import { dataPackage } from './datapackage';
import { writeFileOf, type TableFile } from './databases';
import { writeDownloads } from './downloads';
import { downloads, filesOf, publishedTable } from './tables';

/** What an extract says of itself that does not follow from its cells. */
export type Statement = Omit<
	ComputedManifest,
	'format' | 'contentHash' | 'tables' | 'files' | 'cubes' | 'measures' | 'parts'
>;

export interface WriteOptions {
	connection: DuckDBConnection;
	/** Empty folder to write into. */
	folder: string;
	rule: Rule;
	/** Values of `region_code` and `cooperative_code`. */
	codes: Readonly<Record<string, readonly string[]>>;
	/** Provinces that have a file of their own. */
	provinces: readonly string[];
	statement: Statement;
	onFile?: (done: number, total: number) => void;
}

/** Tables `published_k1` … : the cells that may be seen, and nothing else. */
export async function protectCells(connection: DuckDBConnection, rule: Rule): Promise<void> {
	for (const cube of CUBES)
		await connection.run(`CREATE OR REPLACE TEMP TABLE ${publishedTable(cube.id)} AS
			${publishedSql(cube, rule)} ORDER BY ${keysOf(cube).join(', ')}`);
}

async function countRows(connection: DuckDBConnection, table: TableFile): Promise<number> {
	const reader = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM (${table.query})`);
	return Number(reader.getRows()[0]?.[0] ?? 0);
}

function fileEntry(folder: string, name: string) {
	const file = path.join(folder, name);
	return { path: name, bytes: statSync(file).size, sha256: sha256(readFileSync(file)) };
}

function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Equal figures, equal hash, whatever wrote the files: it is taken over the text of the tables. */
function contentHash(folder: string, tables: readonly TableFile[]): string {
	const hashes = tables.map(({ name }) => {
		const csv = gunzipSync(readFileSync(path.join(folder, `${name}.csv.gz`)));
		return `${name}\n${sha256(csv)}\n`;
	});
	return sha256(hashes.join(''));
}

/**
 * Writes an extract: the DuckDB files, the same cells as CSV and Parquet, the manifest and the data
 * package. Needs the tables of {@link protectCells}, `reporting`, `published_cooperative` and `stage`.
 * The same tables give the same bytes.
 */
export async function writeExtract(options: WriteOptions): Promise<ComputedManifest> {
	const { connection, folder, codes, onFile } = options;
	const files = filesOf(options.provinces);
	const tables = downloads();
	const total = files.length + tables.length;
	await connection.run('SET threads = 1');
	const written: string[] = [];
	for (const file of files) {
		onFile?.(written.length, total);
		await writeFileOf(connection, path.join(folder, file.path), file.tables, codes);
		written.push(file.path);
	}
	const copies: string[] = [];
	for (const [index, table] of tables.entries()) {
		onFile?.(files.length + index, total);
		copies.push(...(await writeDownloads(connection, folder, table)));
	}
	await connection.run('RESET threads');
	const [core, ...rest] = files;
	const parts: ExtractPart[] = [];
	for (const part of rest)
		parts.push({
			path: part.path,
			region: part.path.slice(0, 2),
			tables: await rowsOfTables(connection, part.tables)
		});
	const hash = contentHash(folder, tables);
	const manifest: ComputedManifest = {
		...options.statement,
		// A hash of private lists would tell whoever holds them that these are the ones.
		inputs: options.statement.inputs === '' ? hash : options.statement.inputs,
		format: FORMAT,
		contentHash: hash,
		tables: await Promise.all(
			(core?.tables ?? []).map(async (table) => ({
				name: table.name,
				rows: await countRows(connection, table),
				columns: table.columns.map(({ name, type }) => ({ name, type }))
			}))
		),
		files: [...written, ...copies].map((name) => fileEntry(folder, name)),
		cubes: CUBES,
		measures: MEASURES.map(({ id, programme, unit, within, amount }) => ({
			id,
			programme,
			unit,
			within,
			rupiah: amount !== null
		})),
		parts
	};
	writeManifest(folder, manifest);
	writeJson(path.join(folder, 'datapackage.json'), dataPackage(manifest, tables));
	return manifest;
}

export function writeManifest(folder: string, manifest: ComputedManifest): void {
	writeJson(path.join(folder, 'manifest.json'), manifest);
}

function writeJson(file: string, value: unknown): void {
	writeFileSync(file, `${JSON.stringify(value, null, '\t')}\n`);
}

async function rowsOfTables(connection: DuckDBConnection, tables: readonly TableFile[]) {
	const counted = [];
	for (const table of tables)
		counted.push({ name: table.name, rows: await countRows(connection, table) });
	return counted;
}
