import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '$lib/engine/quote';
import path from 'node:path';
import type { TableFile } from './databases';

/** What every column says, whatever its type is in DuckDB: codes as text, numbers as numbers. */
function portable({ columns, query }: TableFile): string {
	const cells = columns.map(({ name, type }) =>
		/^[a-z_]+$/.test(type)
			? `${identifier(name)}::VARCHAR AS ${identifier(name)}`
			: identifier(name)
	);
	return `SELECT ${cells.join(', ')} FROM (${query})`;
}

/**
 * Writes a table as CSV (compressed) and as Parquet. Nothing of the machine is in either: no name of
 * a file, no time, no statistics of rows that are not there.
 * @returns the names of the files
 */
export async function writeDownloads(
	connection: DuckDBConnection,
	folder: string,
	table: TableFile
): Promise<string[]> {
	const csv = `${table.name}.csv.gz`;
	const parquet = `${table.name}.parquet`;
	const rows = portable(table);
	await connection.run(`COPY (${rows}) TO ${literal(path.join(folder, csv))}
		(FORMAT csv, HEADER, COMPRESSION gzip)`);
	await connection.run(`COPY (${rows}) TO ${literal(path.join(folder, parquet))}
		(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`);
	return [csv, parquet];
}
