import type { AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import type { SqlValue } from './engine';

/** So many statements are kept; pages ask with fewer texts, again and again. */
const MOST = 64;

/** What makes or changes a table must be planned over the tables that there are; what asks need not. */
export function isQuestion(sql: string): boolean {
	return /^\s*(?:SELECT|WITH)\b/i.test(sql);
}

/**
 * Questions that have been planned stay planned: a page asks the same text with other values, and
 * planning it costs DuckDB-Wasm as much as running it. One at a time may be run.
 */
export class Prepared {
	readonly #connection: AsyncDuckDBConnection;
	/** By their text, the least lately used first. */
	readonly #kept = new Map<string, AsyncPreparedStatement>();

	constructor(connection: AsyncDuckDBConnection) {
		this.#connection = connection;
	}

	async run(sql: string, params: readonly SqlValue[]): Promise<Table> {
		const statement = this.#kept.get(sql) ?? (await this.#connection.prepare(sql));
		this.#kept.delete(sql);
		let answered = false;
		try {
			const answer = await statement.query(...params);
			answered = true;
			this.#kept.set(sql, statement);
			return answer;
		} finally {
			// One that fails is planned anew next time.
			if (!answered) await statement.close();
			else await this.#closeOldest();
		}
	}

	async #closeOldest(): Promise<void> {
		const [oldest] = this.#kept;
		if (!oldest || this.#kept.size <= MOST) return;
		this.#kept.delete(oldest[0]);
		await oldest[1].close();
	}
}
