import type { DuckDBConnection } from '@duckdb/node-api';

export type Row = Record<string, string | number | boolean | null>;

/** Rows of a statement with plain values: whole numbers that fit become numbers. */
export async function rowsOfSql(connection: DuckDBConnection, sql: string): Promise<Row[]> {
	const reader = await connection.runAndReadAll(sql);
	return reader
		.getRowObjectsJS()
		.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([name, value]) => [
					name,
					typeof value === 'bigint'
						? Number(value)
						: typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
							? value
							: null
				])
			)
		);
}

/** The numbers of the one row that a statement answers with. Nothing counted is 0. */
export async function figuresOf(
	connection: DuckDBConnection,
	sql: string
): Promise<Record<string, number>> {
	const [row = {}] = await rowsOfSql(connection, sql);
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? value : 0])
	);
}
