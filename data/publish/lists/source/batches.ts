import { BOOLEAN, VARCHAR } from '@duckdb/node-api';
import { identifier } from '$lib/engine/quote';
import { appendColumns } from '../append';
import type { Statements } from '../statements';
import type { RoleColumns } from './source';

const BATCH = 'list_batch';
const ROWS = 40_960;

/** Collects rows that something else than DuckDB has read, and runs for a batch of them at a time. */
export interface Batches {
	add: (cells: readonly string[], malformed: boolean) => void;
	/** Whether a batch is full and waits to be run. */
	full: () => boolean;
	/** Runs for the rows collected so far, which are gone then. */
	run: (work: (relation: string) => Promise<void>) => Promise<void>;
}

export function collectBatches(statements: Statements, roles: RoleColumns): Batches {
	const places = [...roles.values()];
	let columns: string[][] = places.map(() => []);
	let malformed: boolean[] = [];
	const names = [
		...[...roles.keys()].map((role) => `${identifier(role)} VARCHAR`),
		'malformed BOOLEAN'
	];
	return {
		add(cells, bad) {
			places.forEach((at, index) => columns[index]?.push(cells[at] ?? ''));
			malformed.push(bad);
		},
		full: () => malformed.length >= ROWS,
		async run(work) {
			if (malformed.length === 0) return;
			await statements.run('batch', `CREATE OR REPLACE TABLE ${BATCH} (${names.join(', ')})`);
			try {
				const types = [...places.map(() => VARCHAR), BOOLEAN];
				await appendColumns(statements, BATCH, types, [...columns, malformed]);
				columns = places.map(() => []);
				malformed = [];
				await work(BATCH);
			} finally {
				await statements.connection.run(`DROP TABLE IF EXISTS ${BATCH}`);
			}
		}
	};
}

/** Whether a row has more or fewer cells than its header; empty cells at its end are no harm. */
export function isMalformed(cells: readonly string[], width: number): boolean {
	return cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '');
}
