import { DuckDBInstance } from '@duckdb/node-api';

/** Works out an expression over a column `t` of texts: one result for each text, as text or null. */
export async function over(
	expression: string,
	texts: readonly string[]
): Promise<(string | null)[]> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		await connection.run('CREATE TABLE x (n INTEGER, t VARCHAR)');
		for (const [at, text] of texts.entries())
			await connection.run('INSERT INTO x VALUES ($1, $2)', [at, text]);
		const rows = await connection.runAndReadAll(
			`SELECT (${expression})::VARCHAR FROM x ORDER BY n`
		);
		return rows.getRowsJS().map(([value]) => value as string | null);
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}
