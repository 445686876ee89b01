import { identifier, literal } from '$lib/engine/quote';
import { OWN, ownPath } from '$lib/engine/workbench/own';
import type { OwnType } from './columns';
import type { OwnReading } from './read';

/** DuckDB's type of a column of each kind. */
export const SQL_TYPES: Record<OwnType, string> = {
	text: 'VARCHAR',
	number: 'DOUBLE',
	date: 'DATE',
	boolean: 'BOOLEAN'
};

/** How the table of a reading is made in DuckDB, from the CSV that `writtenCsv` writes of it. */
export function tableStatement(name: string, { columns }: Pick<OwnReading, 'columns'>): string {
	const types = columns.map(
		(column) => `${literal(column.name)}: ${literal(SQL_TYPES[column.type])}`
	);
	return `CREATE OR REPLACE TABLE ${OWN}.${identifier(name)} AS SELECT * FROM read_csv(
	${literal(ownPath(`${name}.csv`))}, auto_detect = false, header = true, delim = ',', quote = '"',
	escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216,
	columns = {${types.join(', ')}})`;
}
