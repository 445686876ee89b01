import { identifier, literal } from '$lib/engine/quote';

/** One step of a piece of work in SQL. The name says what it does, for progress and for errors. */
export interface Statement {
	name: string;
	sql: string;
}

/** An ENUM with its values in the order given, which becomes the order of sorting. */
export function enumType(name: string, values: readonly string[]): string {
	return `CREATE TYPE ${identifier(name)} AS ENUM (${values.map(literal).join(', ')})`;
}

/** Rows of literals as a table with named columns. Numbers and texts only. */
export function rowsOf(
	columns: readonly string[],
	rows: readonly (readonly (string | number)[])[]
): string {
	const cell = (value: string | number) =>
		typeof value === 'number' ? String(value) : literal(value);
	const values = rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ');
	return `(VALUES ${values}) AS rows_of(${columns.map(identifier).join(', ')})`;
}
