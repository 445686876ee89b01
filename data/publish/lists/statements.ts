import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { EngineError, stopIfAborted } from '$lib/engine/errors';

type Values = Record<string, DuckDBValue>;

/**
 * Runs statements on lists. What DuckDB says of a failure may quote a statement or a cell, so that
 * none of it is passed on: an error names the step, and has no cause.
 */
export interface Statements {
	connection: DuckDBConnection;
	signal: AbortSignal | undefined;
	run: (step: string, sql: string, values?: Values) => Promise<void>;
	/** Rows as objects, numbers as numbers. */
	rows: <Row>(step: string, sql: string, values?: Values) => Promise<Row[]>;
}

function failure(cause: unknown, step: string): EngineError {
	const said = cause instanceof Error ? cause.message : '';
	const memory = /out of memory|allocation fail|could not allocate|failed to allocate/i.test(said);
	return memory
		? new EngineError({ kind: 'out_of_memory' })
		: new EngineError({ kind: 'bad_sql', detail: step });
}

export function statementsOn(
	connection: DuckDBConnection,
	signal: AbortSignal | undefined
): Statements {
	async function guarded<T>(step: string, work: () => Promise<T>): Promise<T> {
		stopIfAborted(signal);
		const interrupt = () => connection.interrupt();
		signal?.addEventListener('abort', interrupt, { once: true });
		try {
			return await work();
		} catch (cause) {
			stopIfAborted(signal);
			throw failure(cause, step);
		} finally {
			signal?.removeEventListener('abort', interrupt);
		}
	}
	return {
		connection,
		signal,
		run: (step, sql, values) =>
			guarded(step, async () => {
				await connection.run(sql, values);
			}),
		rows: <Row>(step: string, sql: string, values?: Values) =>
			guarded(step, async () => {
				const reader = await connection.runAndReadAll(sql, values);
				return reader.getRowObjectsJS() as Row[];
			})
	};
}

/** Numbers that DuckDB gives as bigint: counts, which are far below 2^53. */
export function count(value: number | bigint | null | undefined): number {
	return Number(value ?? 0);
}
