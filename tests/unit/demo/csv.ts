import { readFileSync } from 'node:fs';

export type CsvRow = Readonly<Record<string, string>>;

/** Rows of a list, read without any code of the demo or of the reader of lists. No cell of it is quoted. */
export function rowsIn(file: string): CsvRow[] {
	const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
	const columns = header.split(',');
	return lines.map((line) => {
		const cells = line.split(',');
		if (cells.length !== columns.length || line.includes('"')) throw new Error('not a plain row');
		return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
	});
}

/** A cell that must be there. */
export function cell(row: CsvRow, column: string): string {
	const value = row[column];
	if (value === undefined) throw new Error(`no column ${column}`);
	return value;
}
