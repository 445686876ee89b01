import { readRows } from './cells';
import type { Question } from './question';

export interface ColumnRow {
	table: string;
	column: string;
	/** As DuckDB names it; of an ENUM without its values. */
	type: string;
}

/**
 * The columns of an attached database, table by table.
 * @param database id under which it is attached
 */
export function columnsOf(database: string): Question<ColumnRow> {
	return {
		name: 'columns',
		sql: `SELECT table_name, column_name,
	CASE WHEN starts_with(data_type, 'ENUM') THEN 'ENUM' ELSE data_type END AS type
FROM duckdb_columns()
WHERE database_name = ?::VARCHAR AND NOT internal
ORDER BY table_name, column_index`,
		params: [database],
		read: (table) =>
			readRows(table, (cells) => ({
				table: cells.text('table_name'),
				column: cells.text('column_name'),
				type: cells.text('type')
			}))
	};
}
