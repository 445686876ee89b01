import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { EngineError } from '$lib/engine/errors';
import { type Manifest, parseManifest } from '$lib/engine/manifest';
import { asComputed, type ComputedManifest } from '$lib/protect/manifest';
import { CUBE_IDS } from '$lib/protect/audit';
import type { CubeId } from '$lib/protect/cubes';
import { identifier, literal } from '$lib/engine/quote';
import { stop } from './problem';
import { rowsOfSql } from './read';

function manifestIn(folder: string): Manifest {
	const file = path.join(folder, 'manifest.json');
	if (!existsSync(folder) || !statSync(folder).isDirectory())
		stop({ kind: 'folder_missing', folder });
	if (!existsSync(file)) stop({ kind: 'manifest_missing', folder });
	try {
		return parseManifest(readFileSync(file, 'utf8'), file);
	} catch (error) {
		const newer = error instanceof EngineError && error.problem.kind === 'extract_too_new';
		return stop({ kind: newer ? 'manifest_newer' : 'manifest_bad', folder });
	}
}

/** What the protection is made of must be there: every check follows from it. */
function states(manifest: ComputedManifest): boolean {
	const { protection, regencies, lists } = manifest as Partial<ComputedManifest>;
	const numbers = [protection?.base, protection?.threshold, protection?.bound];
	return numbers.every(Number.isSafeInteger) && Array.isArray(regencies) && Array.isArray(lists);
}

async function sha256Of(file: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
}

/**
 * Reads the manifest of an extract and checks every file that it names against its hash.
 * @throws AuditError
 */
export async function openExtract(folder: string): Promise<ComputedManifest> {
	const manifest = asComputed(manifestIn(folder));
	if (manifest === null) return stop({ kind: 'not_from_lists', folder });
	if (!states(manifest)) stop({ kind: 'manifest_bad', folder });
	for (const { path: name, sha256 } of manifest.files) {
		const file = path.join(folder, name);
		if (!existsSync(file)) stop({ kind: 'file_missing', file });
		if ((await sha256Of(file)) !== sha256) stop({ kind: 'file_damaged', file });
	}
	return manifest;
}

/**
 * Attaches the databases of an extract.
 * @returns for each cube the tables that hold its cells, in SQL
 * @throws AuditError where one cannot be opened
 */
export async function attachExtract(
	connection: DuckDBConnection,
	folder: string,
	manifest: ComputedManifest
): Promise<Map<CubeId, string[]>> {
	const tables = new Map<CubeId, string[]>(CUBE_IDS.map((id) => [id, []]));
	const databases = manifest.files.filter(({ path: name }) => name.endsWith('.duckdb'));
	for (const [index, { path: name }] of databases.entries()) {
		const file = path.join(folder, name);
		const schema = `part_${index}`;
		try {
			await connection.run(`ATTACH ${literal(file)} AS ${schema} (READ_ONLY)`);
		} catch {
			stop({ kind: 'file_unreadable', file });
		}
		for (const table of await tablesOf(connection, schema, 'main')) {
			const id = CUBE_IDS.find((cube) => cube === table);
			if (id !== undefined) tables.get(id)?.push(`${schema}.main.${id}`);
		}
	}
	return tables;
}

async function tablesOf(connection: DuckDBConnection, database: string, schema: string) {
	const rows = await rowsOfSql(
		connection,
		`SELECT table_name AS name FROM duckdb_tables()
			WHERE database_name = ${literal(database)} AND schema_name = ${literal(schema)}`
	);
	return rows.map(({ name }) => String(name));
}

/**
 * Attaches the private file of raw cells as `raw`.
 * @throws AuditError where it is not one
 */
export async function attachRaw(connection: DuckDBConnection, file: string): Promise<void> {
	if (!existsSync(file)) stop({ kind: 'raw_missing', file });
	try {
		await connection.run(`ATTACH ${literal(file)} AS ${identifier('raw')} (READ_ONLY)`);
	} catch {
		stop({ kind: 'raw_unreadable', file });
	}
	const there = await tablesOf(connection, 'raw', 'cells');
	for (const table of [...CUBE_IDS, 'region_level', 'list_member', 'withheld'])
		if (!there.includes(table)) stop({ kind: 'raw_without', file, table });
}
