import { identifier, literal } from '$lib/engine/quote';
import { OWN, ownPath } from '$lib/engine/workbench/own';
import type { OwnReading } from './read';
import { tableColumns } from './region-code';

/** How the table of a reading is made in DuckDB, from the CSV that `writtenCsv` writes of it. */
export function tableStatement(
	name: string,
	reading: Pick<OwnReading, 'columns' | 'join'>
): string {
	const types = tableColumns(reading).map(
		(column) => `${literal(column.name)}: ${literal(column.type)}`
	);
	return `CREATE OR REPLACE TABLE ${OWN}.${identifier(name)} AS SELECT * FROM read_csv(
	${literal(ownPath(`${name}.csv`))}, auto_detect = false, header = true, delim = ',', quote = '"',
	escape = '"', nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216,
	columns = {${types.join(', ')}})`;
}
