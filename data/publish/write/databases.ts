import type { DuckDBConnection } from '@duckdb/node-api';
import { CODE_TYPES } from '$lib/protect/cells/codes';
import { identifier, literal } from '$lib/engine/quote';
import { enumType } from '$lib/protect/sql';

/** The smallest block that DuckDB allows: a province's figures would leave most of a larger one empty. */
const BLOCK_SIZE = 16_384;

/** A table of a file of the extract: which rows, in which order, with which columns. */
export interface TableFile {
	name: string;
	/** Query over the main database with exactly the columns below. */
	query: string;
	columns: readonly { name: string; type: string }[];
}

/**
 * Writes one DuckDB file of an extract. Equal rows give equal bytes: storage v1.0.0 has no random
 * identifier, and the connection must be set to one thread, which lays the blocks in one order.
 * @param codes values of the types that differ from extract to extract: regions and cooperatives
 */
export async function writeFileOf(
	connection: DuckDBConnection,
	file: string,
	tables: readonly TableFile[],
	codes: Readonly<Record<string, readonly string[]>>
): Promise<void> {
	await connection.run(
		`ATTACH ${literal(file)} AS target (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE ${BLOCK_SIZE})`
	);
	try {
		const used = new Set(tables.flatMap(({ columns }) => columns.map(({ type }) => type)));
		await connection.run('USE target');
		for (const [name, values] of Object.entries({ ...codes, ...CODE_TYPES }))
			if (used.has(name)) await connection.run(enumType(name, values));
		for (const { name, columns } of tables)
			await connection.run(
				`CREATE TABLE ${identifier(name)} (${columns
					.map((column) => `${identifier(column.name)} ${column.type}`)
					.join(', ')})`
			);
		await connection.run('USE memory');
		for (const table of tables) await fillTable(connection, table);
		await connection.run('CHECKPOINT target');
	} finally {
		await connection.run('USE memory');
		await connection.run('DETACH target');
	}
}

async function fillTable(connection: DuckDBConnection, table: TableFile): Promise<void> {
	// The ENUM of another database is another type, whatever its values: it goes by way of its text.
	const values = table.columns.map(({ name, type }) =>
		/^[a-z_]+$/.test(type) ? `${identifier(name)}::VARCHAR` : identifier(name)
	);
	await connection.run(`INSERT INTO target.${identifier(table.name)}
		SELECT ${values.join(', ')} FROM (${table.query})`);
}
