import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { identifier, literal } from '$lib/engine/quote';
import type { Container } from './open';

/** A text out of a database, a Parquet file or a table as CSV. */
export interface StoredText {
	/** Table or part of the file. */
	table: string;
	/** Null where it is not the value of a column. */
	column: string | null;
	/** Which of the column's different values it is, from 0; -1 for the name of the column itself. */
	index: number;
	text: string;
}

interface Column {
	table: string;
	/** The table in SQL. */
	from: string;
	column: string;
	type: string;
}

/** Numbers of 16 digits and more; smaller ones tell nobody. */
const LONG = 1_000_000_000_000_000;
const SHORT_TYPES = /^(?:BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|DATE|TIME|TIMESTAMP|INTERVAL)\b/;
const NUMBER_TYPES = /^(?:U?BIGINT|U?HUGEINT|DOUBLE|FLOAT|DECIMAL\([\d,]+\)|BIGNUM)$/;

/** What the catalog of a database says beside its rows; `%` is its name. */
const CATALOG = [
	'SELECT sql FROM duckdb_tables() WHERE database_name = %',
	'SELECT comment FROM duckdb_tables() WHERE database_name = %',
	'SELECT tags::VARCHAR FROM duckdb_tables() WHERE database_name = %',
	'SELECT comment FROM duckdb_columns() WHERE database_name = %',
	'SELECT sql FROM duckdb_views() WHERE database_name = % AND NOT internal',
	'SELECT comment FROM duckdb_views() WHERE database_name = % AND NOT internal',
	'SELECT unnest(labels) FROM duckdb_types() WHERE database_name = % AND NOT internal',
	'SELECT comment FROM duckdb_types() WHERE database_name = % AND NOT internal',
	'SELECT schema_name FROM duckdb_schemas() WHERE database_name = % AND NOT internal',
	'SELECT comment FROM duckdb_schemas() WHERE database_name = %',
	'SELECT macro_definition FROM duckdb_functions() WHERE database_name = % AND NOT internal',
	'SELECT sql FROM duckdb_indexes() WHERE database_name = %',
	'SELECT sql FROM duckdb_sequences() WHERE database_name = %'
];

/** What Parquet says beside its rows; `%` is the file. */
const FOOTER = [
	'SELECT key::VARCHAR FROM parquet_kv_metadata(%)',
	'SELECT value::VARCHAR FROM parquet_kv_metadata(%)',
	'SELECT name FROM parquet_schema(%)',
	'SELECT created_by FROM parquet_file_metadata(%)',
	'SELECT unnest([stats_min, stats_max, stats_min_value, stats_max_value]) FROM parquet_metadata(%)'
];

/**
 * Every text in a database, a Parquet file or a CSV: names of tables and columns, the different values of each
 * column that can hold a text or a number of 16 digits, labels, comments, statistics, metadata.
 * @throws where DuckDB cannot read the file
 */
export async function* storedTexts(
	file: string,
	kind: Container | 'csv'
): AsyncGenerator<StoredText> {
	const instance = await DuckDBInstance.create(':memory:', {
		autoload_known_extensions: 'false',
		autoinstall_known_extensions: 'false'
	});
	const connection = await instance.connect();
	try {
		if (kind === 'duckdb') await connection.run(`ATTACH ${literal(file)} AS scanned (READ_ONLY)`);
		for (const sql of besides(kind, file)) yield* texts(connection, sql, 'metadata', null);
		for (const each of await columnsOf(connection, kind, file)) {
			const { table, column } = each;
			yield { table, column: null, index: 0, text: table };
			yield { table, column, index: -1, text: column };
			const sql = select(each);
			if (sql !== null) yield* texts(connection, sql, table, column);
		}
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

function besides(kind: Container | 'csv', file: string): string[] {
	if (kind === 'csv') return [];
	const subject = literal(kind === 'duckdb' ? 'scanned' : file);
	return (kind === 'duckdb' ? CATALOG : FOOTER).map((sql) => sql.replaceAll('%', () => subject));
}

/** Values of a column as text, each once; null where none can say who someone is. */
function select({ from, column, type }: Column): string | null {
	if (!type.endsWith(']') && SHORT_TYPES.test(type)) return null;
	const value = identifier(column);
	const long = NUMBER_TYPES.test(type) ? ` WHERE abs(${value}) >= ${LONG}` : '';
	return `SELECT DISTINCT CAST(${value} AS VARCHAR) FROM ${from}${long}`;
}

async function* texts(
	connection: DuckDBConnection,
	sql: string,
	table: string,
	column: string | null
): AsyncGenerator<StoredText> {
	const result = await connection.stream(sql);
	let index = 0;
	for await (const rows of result.yieldRows())
		for (const [value] of rows) {
			if (typeof value === 'string') yield { table, column, index, text: value };
			index += 1;
		}
}

async function strings(connection: DuckDBConnection, sql: string): Promise<string[][]> {
	const reader = await connection.runAndReadAll(sql);
	return reader.getRows().map((row) => row.map(String));
}

async function columnsOf(
	connection: DuckDBConnection,
	kind: Container | 'csv',
	file: string
): Promise<Column[]> {
	if (kind === 'duckdb') return tableColumns(connection);
	const from =
		kind === 'parquet'
			? `read_parquet(${literal(file)})`
			: `read_csv(${literal(file)}, header = true, all_varchar = true, delim = ',', quote = '"')`;
	const found = await strings(connection, `DESCRIBE SELECT * FROM ${from}`);
	return found.map(([column = '', type = '']) => ({ table: kind, from, column, type }));
}

async function tableColumns(connection: DuckDBConnection): Promise<Column[]> {
	const found = await strings(
		connection,
		`SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns()
		WHERE database_name = 'scanned' AND NOT internal ORDER BY ALL`
	);
	return found.map(([schema = '', table = '', column = '', type = '']) => ({
		table,
		from: `scanned.${identifier(schema)}.${identifier(table)}`,
		column,
		type
	}));
}
