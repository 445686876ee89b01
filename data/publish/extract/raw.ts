import type { DuckDBConnection } from '@duckdb/node-api';
import { chmodSync, rmSync } from 'node:fs';
import { CUBES } from '$lib/protect/cubes';
import { literal } from '$lib/protect/sql';
import { CANARY_SCHEMAS } from '../count/canary';

const ABOUT = ['region_level', 'list_member', 'withheld'] as const;

/**
 * Writes the raw cells and the recounts without one person to a private file (mode 0600), with
 * which anyone in the office can run the whole audit again. Never published.
 */
export async function writeRaw(connection: DuckDBConnection, file: string): Promise<void> {
	rmSync(file, { force: true });
	await connection.run(`ATTACH ${literal(file)} AS raw`);
	try {
		chmodSync(file, 0o600);
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
