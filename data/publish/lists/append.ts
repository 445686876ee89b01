import { type DuckDBType, type DuckDBValue, DuckDBDataChunk } from '@duckdb/node-api';
import type { Statements } from './statements';

/** Rows in one chunk of DuckDB. */
const CHUNK = 2048;

/** Appends rows, given column by column, to a table. */
export async function appendColumns(
	{ connection }: Statements,
	table: string,
	types: readonly DuckDBType[],
	columns: readonly (readonly DuckDBValue[])[]
): Promise<void> {
	const rows = columns[0]?.length ?? 0;
	const appender = await connection.createAppender(table);
	try {
		for (let from = 0; from < rows; from += CHUNK) {
			const part = columns.map((column) => column.slice(from, from + CHUNK));
			const chunk = DuckDBDataChunk.create(types, Math.min(CHUNK, rows - from));
			chunk.setColumns(part);
			appender.appendDataChunk(chunk);
		}
		appender.flushSync();
	} finally {
		appender.closeSync();
	}
}
