import { stat } from 'node:fs/promises';
import { identifier } from '$lib/engine/quote';
import { type Statements, count } from '../statements';
import { pathLiteral } from './path';
import type { ListSource, RoleColumns } from './source';

export interface ParquetTable {
	file: string;
	columns: readonly ParquetColumn[];
	roles: RoleColumns;
}

export interface ParquetColumn {
	name: string;
	type: string;
}

function scan(file: string): string {
	return `read_parquet(${pathLiteral(file)}, hive_partitioning = false)`;
}

/** Columns of a Parquet file. @throws EngineError where DuckDB cannot open it */
export async function parquetColumns(
	statements: Statements,
	file: string
): Promise<ParquetColumn[]> {
	const rows = await statements.rows<{ column_name: string; column_type: string }>(
		'parquet',
		`DESCRIBE SELECT * FROM ${scan(file)}`
	);
	return rows.map((row) => ({ name: row.column_name, type: row.column_type }));
}

/** A whole number in a column of fractions is written without them: tools keep gaps in numbers so. */
function cellSql({ name, type }: ParquetColumn): string {
	const cell = identifier(name);
	if (type !== 'DOUBLE' && type !== 'FLOAT') return `${cell}::VARCHAR`;
	return `CASE WHEN ${cell} = trunc(${cell}) AND abs(${cell}) < 9007199254740992 THEN ${cell}::HUGEINT::VARCHAR ELSE ${cell}::VARCHAR END`;
}

/** @throws EngineError where the file is damaged */
export async function parquetSource(
	statements: Statements,
	{ file, columns, roles }: ParquetTable
): Promise<ListSource> {
	const cells = [...roles].map(([role, at]) => {
		const column = columns[at];
		return `${column ? cellSql(column) : 'NULL'} AS ${identifier(role)}`;
	});
	const relation = `(SELECT ${[...cells, 'false AS malformed'].join(', ')} FROM ${scan(file)})`;
	const [total] = await statements.rows<{ n: bigint }>(
		'parquet',
		`SELECT count(*) AS n FROM ${scan(file)}`
	);
	return {
		rows: count(total?.n),
		bytes: (await stat(file)).size,
		each: (run) => run(relation, 1),
		numbers: () => ({ from: [0], add: [1], blank: [false] })
	};
}
