import type { DuckDBConnection } from '@duckdb/node-api';
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CUBES } from '$lib/protect/cubes';
import { literal } from '$lib/engine/quote';
import { CANARY_SCHEMAS } from '../count/canary';
import { fail } from './problem';

const ABOUT = ['region_level', 'list_member', 'withheld'] as const;

/**
 * Writes the raw cells and the recounts without one person to a private file (mode 0600), with
 * which anyone in the office can run the whole audit again. Never published. The file is made in a
 * closed folder beside its place, so that it is there whole and private or not at all.
 * @throws ExtractFailure where it cannot be written
 */
export async function writeRaw(connection: DuckDBConnection, file: string): Promise<void> {
	let closed: string;
	try {
		closed = mkdtempSync(path.join(path.dirname(path.resolve(file)), '.raw-'));
	} catch {
		return fail({ kind: 'raw_not_writable', file });
	}
	const remove = () => rmSync(closed, { recursive: true, force: true });
	process.once('exit', remove);
	try {
		const draft = path.join(closed, 'raw.duckdb');
		await writeCells(connection, draft);
		chmodSync(draft, 0o600);
		renameSync(draft, file);
	} finally {
		process.off('exit', remove);
		remove();
	}
}

async function writeCells(connection: DuckDBConnection, file: string): Promise<void> {
	await connection.run(`ATTACH ${literal(file)} AS raw`);
	try {
		for (const schema of ['cells', ...Object.values(CANARY_SCHEMAS)]) {
			await connection.run(`CREATE SCHEMA raw.${schema}`);
			const tables = [...CUBES.map(({ id }) => id), ...(schema === 'cells' ? ABOUT : [])];
			for (const table of tables)
				await connection.run(`CREATE TABLE raw.${schema}.${table} AS FROM ${schema}.${table}`);
		}
	} finally {
		await connection.run('DETACH raw');
	}
}
