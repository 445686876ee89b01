import type { Table } from 'apache-arrow';
import { arrowSource } from '$lib/grid/arrow-source';

export type Cell = string | number | boolean | null;

export interface ResultColumn {
	name: string;
	type: 'number' | 'text' | 'date' | 'boolean';
}

/** An answer as plain values: for charts and for files. */
export interface Result {
	columns: readonly ResultColumn[];
	rows: readonly (readonly Cell[])[];
}

/** Rows of an answer as the grid shows them: dates as ISO, too large whole numbers as text. */
export async function plainResult(table: Table): Promise<Result> {
	const source = arrowSource(table);
	const { total, read } = await source.open(null, new Map());
	const rows = (await read(0, total)) as Cell[][];
	const columns = source.columns.map(({ name, type }) => ({
		name,
		type: type === 'other' ? ('text' as const) : type
	}));
	return { columns, rows };
}
