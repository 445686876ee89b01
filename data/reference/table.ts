import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** One row of a reference table; every column is present, empty where nothing is stated. */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

/**
 * Reads a committed CSV file of this folder.
 * @throws where the header differs from the columns expected, or a row has another width
 */
export function readTable<Column extends string>(
	file: string,
	columns: readonly Column[]
): Row<Column>[] {
	const text = readFileSync(new URL(file, import.meta.url), 'utf8');
	const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
	const [error] = errors;
	if (error) throw new Error(`${file}, row ${error.row ?? 0}: ${error.message}`);
	const [header, ...rows] = data;
	if (header?.join() !== columns.join())
		throw new Error(`${file}: columns are ${header?.join() ?? 'missing'}, not ${columns.join()}`);
	return rows.map((cells, index) => {
		if (cells.length !== columns.length)
			throw new Error(`${file}, row ${index + 2}: ${cells.length} cells, not ${columns.length}`);
		const pairs = columns.map((column, i) => [column, cells[i] ?? ''] as const);
		return Object.fromEntries(pairs) as Row<Column>;
	});
}

/** A finite number. @throws where the cell holds anything else */
export function numberIn(file: string, cell: string): number {
	const value = Number(cell);
	if (cell.trim() === '' || !Number.isFinite(value))
		throw new Error(`${file}: not a number: ${cell}`);
	return value;
}

/** One of a closed set of words. @throws where the cell holds another */
export function oneOf<Word extends string>(
	file: string,
	words: readonly Word[],
	cell: string
): Word {
	const word = words.find((each) => each === cell);
	if (word === undefined) throw new Error(`${file}: "${cell}" is none of ${words.join(', ')}`);
	return word;
}
