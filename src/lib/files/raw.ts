import type { Cell } from '$lib/read/grid';
import { refuse } from './fault';
import { LIMITS } from './limits';

/** A cell as its format gives it. */
export type RawCell = string | number | boolean | Date | null;

/** A table before anything in it is recognised. */
export interface RawTable {
	/** Name of the sheet; empty where the file is one table. */
	name: string;
	rows: readonly (readonly RawCell[])[];
	/** Line of each row as the person sees it in the file; null where row `i` is line `i + 1`. */
	lines: readonly number[] | null;
	/** Titles around the table. */
	context: readonly string[];
	/** True where the format itself says what its columns are: the first row is their names. */
	typed: boolean;
	/** Formulas that the workbook holds without their result, as line and column from 0. */
	unanswered: readonly { line: number; column: number }[];
}

export function rawTable(rows: RawTable['rows'], more: Partial<RawTable> = {}): RawTable {
	return { name: '', rows, lines: null, context: [], typed: false, unanswered: [], ...more };
}

/** As the reader of official files takes it. */
export function toCell(cell: RawCell | undefined): Cell {
	if (cell === null || cell === undefined) return '';
	return typeof cell === 'boolean' ? String(cell) : cell;
}

/**
 * Whether the texts of all cells fit: one long text may stand in a million cells without taking room
 * in the file.
 * @throws FileFaultError
 */
export function checkLetters(rows: RawTable['rows']): void {
	const count = letterCount();
	rows.forEach(count);
}

/** Counts the letters of rows that are given to it one after another. */
export function letterCount(): (row: readonly RawCell[]) => void {
	let letters = 0;
	return (row) => {
		for (const cell of row) if (typeof cell === 'string') letters += cell.length;
		if (letters > LIMITS.letters) refuse('too_much_text', letters, LIMITS.letters);
	};
}

/** A value of a typed format as a cell: a whole number too long to be exact stays text. */
export function fromValue(value: unknown): RawCell {
	if (value === null || value === undefined) return null;
	switch (typeof value) {
		case 'string':
		case 'boolean':
			return value;
		case 'number':
			return Number.isFinite(value) ? value : null;
		case 'bigint':
			return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
		default:
			if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
			if (value instanceof Uint8Array) return new TextDecoder().decode(value);
			if (ArrayBuffer.isView(value)) return fromValue(Array.from(value as Int32Array));
			return JSON.stringify(value, (_, each: unknown) =>
				typeof each === 'bigint' ? String(each) : each
			);
	}
}
