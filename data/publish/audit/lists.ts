import type { DuckDBConnection } from '@duckdb/node-api';
import type { AuditReport } from '$lib/protect/audit';
import type { Rule } from '$lib/protect/publish';
import { CANARY_SCHEMAS } from '../count/canary';
import { auditCells, SAMPLE } from './cells';
import { rowsOfSql } from './read';

export interface AuditOptions {
	/** How many blocks to attack at least, or every one. */
	blocks?: number | 'every' | undefined;
	rule: Rule;
	/** Decides which blocks are in the sample. */
	seed: string;
	onProgress?: ((share: number) => void) | undefined;
	signal?: AbortSignal | undefined;
}

/** The schemas of the canary, where they have been counted. @param database in front of them, with a dot */
export async function canaryIn(
	connection: DuckDBConnection,
	database = ''
): Promise<typeof CANARY_SCHEMAS | null> {
	const rows = await rowsOfSql(
		connection,
		'SELECT database_name, schema_name FROM duckdb_schemas()'
	);
	const prefix = (row: (typeof rows)[number]) => (database === '' ? '' : `${row.database_name}.`);
	const there = new Set(rows.map((row) => `${prefix(row)}${row.schema_name}`));
	return Object.values(CANARY_SCHEMAS).every((schema) => there.has(`${database}${schema}`))
		? CANARY_SCHEMAS
		: null;
}

/**
 * The audit of a publish, before anything is written: checks 1 to 10 on the cells of a connection
 * (schema `cells`, and those of the canary where they were counted). What answers the attacker is
 * withheld in `cells.withheld`.
 */
export async function auditLists(
	connection: DuckDBConnection,
	{ blocks = SAMPLE, rule, seed, onProgress, signal }: AuditOptions
): Promise<AuditReport> {
	return auditCells({
		connection,
		cells: 'cells',
		rule,
		seed,
		blocks,
		answer: true,
		published: null,
		canary: await canaryIn(connection),
		onProgress,
		signal
	});
}
