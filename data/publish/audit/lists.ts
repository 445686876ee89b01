import type { DuckDBConnection } from '@duckdb/node-api';
import type { AuditReport } from '$lib/protect/audit';
import type { Rule } from '$lib/protect/publish';
import { literal } from '$lib/engine/quote';
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

type Canary = Record<keyof typeof CANARY_SCHEMAS, string>;

/** The schemas of the canary, where they have been counted. @param database where to look */
export async function canaryIn(
	connection: DuckDBConnection,
	database: string
): Promise<Canary | null> {
	const rows = await rowsOfSql(
		connection,
		`SELECT schema_name AS name FROM duckdb_schemas() WHERE database_name = ${literal(database)}`
	);
	const there = new Set(rows.map(({ name }) => name));
	if (!Object.values(CANARY_SCHEMAS).every((schema) => there.has(schema))) return null;
	const named = (schema: string) => `${database}.${schema}`;
	return {
		with: named(CANARY_SCHEMAS.with),
		without: named(CANARY_SCHEMAS.without),
		alone: named(CANARY_SCHEMAS.alone)
	};
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
		canary: await canaryIn(connection, 'memory'),
		onProgress,
		signal
	});
}
