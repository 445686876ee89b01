import type { AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import type { SqlValue } from './engine';

/** So many statements are kept: each file of an extract that a reader opens has some six of its own. */
const MOST = 256;

/** What makes or changes a table must be planned over the tables that there are; what asks need not. */
export function isQuestion(sql: string): boolean {
	return /^\s*(?:SELECT|WITH)\b/i.test(sql);
}

interface Kept {
	statement: Promise<AsyncPreparedStatement>;
	running: number;
}

/**
 * Questions that have been planned stay planned: a page asks the same text with other values, and
 * planning it costs DuckDB-Wasm as much as running it. Several may be run at once: the worker takes
 * them in their order.
 */
export class Prepared {
	readonly #connection: AsyncDuckDBConnection;
	/** By their text, the least lately used first. */
	readonly #kept = new Map<string, Kept>();

	constructor(connection: AsyncDuckDBConnection) {
		this.#connection = connection;
	}

	async run(sql: string, params: readonly SqlValue[]): Promise<Table> {
		const kept = this.#kept.get(sql) ?? { statement: this.#connection.prepare(sql), running: 0 };
		this.#kept.delete(sql);
		this.#kept.set(sql, kept);
		kept.running += 1;
		try {
			const statement = await kept.statement;
			return await statement.query(...params);
		} catch (cause) {
			// One that fails is planned anew next time.
			if (this.#kept.get(sql) === kept) this.#kept.delete(sql);
			throw cause;
		} finally {
			kept.running -= 1;
			await this.#close(sql, kept);
		}
	}

	/** Closes what is no longer kept, once nobody runs it, and the oldest where there are too many. */
	async #close(sql: string, own: Kept): Promise<void> {
		if (own.running === 0 && this.#kept.get(sql) !== own) await closeQuietly(own);
		if (this.#kept.size <= MOST) return;
		for (const [oldest, kept] of this.#kept) {
			if (kept.running > 0) continue;
			this.#kept.delete(oldest);
			return closeQuietly(kept);
		}
	}
}

/** One that could not be planned has nothing to close. */
async function closeQuietly({ statement }: Kept): Promise<void> {
	const planned = await statement.catch(() => null);
	await planned?.close();
}
