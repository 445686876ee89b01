import type { Workbench } from '$lib/engine/workbench/workbench';
import { readRows } from '$lib/query/cells';

/** A table as the reader names it, with its columns. */
export interface KnownTable {
	schema: string;
	name: string;
	columns: readonly KnownColumn[];
}

interface KnownColumn {
	name: string;
	type: string;
	/** What it holds, in words; where the catalogue knows it. */
	meaning?: string;
}

export interface KnownFunction {
	name: string;
	/** `(arg, n) → DOUBLE` */
	signature: string;
	description: string;
}

/** Tables and views that do not come with the site. */
export async function ownTables(workbench: Workbench): Promise<KnownTable[]> {
	const answer = await workbench.query(`SELECT schema_name, table_name, column_name, data_type
FROM duckdb_columns()
WHERE database_name = 'memory' AND NOT internal
ORDER BY schema_name, table_name, column_index`);
	const tables = new Map<string, { schema: string; name: string; columns: KnownColumn[] }>();
	readRows(answer, (cells) => {
		const [schema, name] = [cells.text('schema_name'), cells.text('table_name')];
		const key = `${schema}.${name}`;
		const table = tables.get(key) ?? { schema, name, columns: [] };
		table.columns.push({ name: cells.text('column_name'), type: cells.text('data_type') });
		tables.set(key, table);
	});
	return [...tables.values()];
}

/** DuckDB's own functions, each once. */
export async function functionsOf(workbench: Workbench): Promise<KnownFunction[]> {
	const answer = await workbench.query(`SELECT function_name AS name,
	first('(' || array_to_string(parameters, ', ') || ')' || coalesce(' → ' || return_type, '')) AS signature,
	coalesce(first(description), '') AS description
FROM duckdb_functions()
WHERE function_type IN ('scalar', 'aggregate', 'table', 'macro') AND regexp_matches(function_name, '^[a-z][a-z0-9_]*$')
	AND NOT starts_with(function_name, 'pragma_') AND NOT starts_with(function_name, '__')
GROUP BY function_name
ORDER BY function_name`);
	return readRows(answer, (cells) => ({
		name: cells.text('name'),
		signature: cells.text('signature'),
		description: cells.text('description')
	}));
}
