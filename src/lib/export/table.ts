export interface ExportColumn {
	/** For programs: `period_start`. */
	name: string;
	/** For readers, in their language. */
	label: string;
	/** A date is an ISO day, `2024-12-31`; a column with any other text in it is written as text. */
	type: 'number' | 'text' | 'date' | 'boolean';
}

export type ExportValue = string | number | boolean | null;

/** What is written to a file: the rows, and what must be known of them. Plain data. */
export interface ExportTable {
	/** Of the file, without its ending: letters, digits and hyphens. */
	name: string;
	title: string;
	columns: readonly ExportColumn[];
	rows: readonly (readonly ExportValue[])[];
	/** Source, filter, date and so on, in the order in which they are read. */
	notes: readonly { name: string; value: string }[];
	/** Whether any row comes from generated lists. The notes must say so in words as well. */
	demo: boolean;
}

/** Values of a column, by the number of the column. */
function valuesOf(table: ExportTable, column: number): ExportValue[] {
	return table.rows.map((row) => row[column] ?? null);
}

/** What a column is written as: a date only where each value is one, a number where each is finite. */
export function writtenType(table: ExportTable, column: number): ExportColumn['type'] {
	const type = table.columns[column]?.type ?? 'text';
	const fits = valuesOf(table, column).every((value) => value === null || FITS[type](value));
	return fits ? type : 'text';
}

const FITS: Record<ExportColumn['type'], (value: ExportValue) => boolean> = {
	number: (value) => typeof value === 'number',
	text: () => true,
	date: (value) =>
		typeof value === 'string' &&
		/^\d{4}-\d\d-\d\d$/.test(value) &&
		!Number.isNaN(Date.parse(value)),
	boolean: (value) => typeof value === 'boolean'
};

/** A column as a file of columns holds it. */
export interface WrittenColumn {
	/** No other has it. */
	name: string;
	label: string;
	type: ExportColumn['type'];
	values: ExportValue[];
}

export function writtenColumns(table: ExportTable): WrittenColumn[] {
	const names = distinctNames(table);
	return table.columns.map(({ label }, column) => ({
		name: names[column] ?? '',
		label,
		type: writtenType(table, column),
		values: valuesOf(table, column)
	}));
}

/** A value as text, for columns that mix what they hold. */
export function textOf(value: ExportValue): string | null {
	return value === null ? null : String(value);
}

/** Title, notes and the readers' names of the columns, for formats that keep metadata of their own. */
export function metadataOf(table: ExportTable): [key: string, value: string][] {
	return [
		['title', table.title],
		...table.notes.map(({ name, value }): [string, string] => [name, value]),
		...table.columns.map(({ name, label }): [string, string] => [`column:${name}`, label]),
		...(table.demo ? [['demo', 'true'] as [string, string]] : [])
	];
}

/** A file of columns needs each name once; a query may give one twice. */
function distinctNames({ columns }: ExportTable): string[] {
	const taken = new Set<string>();
	return columns.map(({ name }) => {
		let free = name;
		for (let nth = 2; taken.has(free); nth += 1) free = `${name}_${nth}`;
		taken.add(free);
		return free;
	});
}
