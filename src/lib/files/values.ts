import { cellText, isBlankRow } from '$lib/read/grid';
import { readNumber } from '$lib/read/numbers';
import type { OwnColumn } from './columns';
import { dateIn } from './dates';
import { type RawCell, type RawTable, toCell } from './raw';
import { type Recognised, booleanIn, isEmpty } from './recognise';

export type OwnValue = string | number | boolean | null;

/** Why a row, or one cell of it, was not read. */
export const CELL_RULES = [
	'row_too_long',
	'row_repeats_header',
	'row_undivided',
	'number_unreadable',
	'number_ambiguous',
	'number_is_date',
	'date_unreadable',
	'boolean_unreadable',
	'formula_unanswered'
] as const;
export type CellRule = (typeof CELL_RULES)[number];

export interface RowProblem {
	/** Line of the file, from 1. */
	line: number;
	/** Header of the column; empty where the whole row is meant. */
	column: string;
	rule: CellRule;
	/** What stands there, at most 80 characters. */
	found: string;
}

export interface OwnValues {
	/** Values by column, then by row. */
	values: OwnValue[][];
	/** Line of each row in the file. */
	lines: number[];
	rowsIn: number;
	rowsBlank: number;
	/** Rows that were left out whole. */
	rowsRefused: number;
	/** Cells that were left empty because they could not be read. */
	cellsRefused: number;
	/** The first of both. */
	problems: RowProblem[];
}

/** Problems that are listed; the others are counted. */
export const MOST_LISTED = 1000;
export const MOST_MARKS = 8;
export const SHOWN = 80;

/** The values under a recognised header, by column. Marks and empty cells are noted in the columns. */
export function valuesOf(table: RawTable, { header, columns }: Recognised): OwnValues {
	const read: OwnValues = {
		values: columns.map(() => []),
		lines: [],
		rowsIn: 0,
		rowsBlank: 0,
		rowsRefused: 0,
		cellsRefused: 0,
		problems: []
	};
	const marks = columns.map(() => new Set<string>());
	const heads = JSON.stringify(header.names);
	const formulas = new Set(table.unanswered.map(({ line, column }) => `${line} ${column}`));
	const tell = (problem: RowProblem) => {
		if (read.problems.length < MOST_LISTED) read.problems.push(problem);
	};
	for (let at = header.last + 1; at < table.rows.length; at += 1) {
		const row = table.rows[at] ?? [];
		const line = table.lines?.[at] ?? at + 1;
		if (row.every((cell) => cell === null || cell === '') || isBlankRow(row.map(toCell))) {
			read.rowsBlank += 1;
			continue;
		}
		read.rowsIn += 1;
		const odd = oddRow(row, columns.length, heads);
		if (odd !== null) {
			read.rowsRefused += 1;
			tell({ line, column: '', ...odd });
			continue;
		}
		read.lines.push(line);
		columns.forEach((column, index) => {
			const cell = row[index] ?? null;
			const value = valueOf(cell, column);
			const bad = formulas.has(`${line} ${index}`) ? 'formula_unanswered' : value.bad;
			if (bad !== null) {
				read.cellsRefused += 1;
				tell({ line, column: column.header || column.name, rule: bad, found: shown(cell) });
			}
			if (value.value === null) column.empty += 1;
			if (value.mark !== '' && (marks[index]?.size ?? 0) < MOST_MARKS)
				marks[index]?.add(value.mark);
			read.values[index]?.push(value.value);
		});
	}
	columns.forEach((column, index) => (column.marks = [...(marks[index] ?? [])]));
	return read;
}

function shown(cell: RawCell): string {
	return cellText(toCell(cell)).slice(0, SHOWN);
}

function oddRow(
	row: readonly RawCell[],
	width: number,
	heads: string
): Pick<RowProblem, 'rule' | 'found'> | null {
	const beyond = row.slice(width).find((cell) => cell !== null && cell !== '');
	if (beyond !== undefined) return { rule: 'row_too_long', found: shown(beyond) };
	const texts = row.map((cell) => cellText(toCell(cell)));
	if (texts.length === width && JSON.stringify(texts) === heads)
		return { rule: 'row_repeats_header', found: (texts[0] ?? '').slice(0, SHOWN) };
	return null;
}

export interface CellValue {
	value: OwnValue;
	/** What stood there for a missing value. */
	mark: string;
	bad: CellRule | null;
}

const good = (value: OwnValue): CellValue => ({ value, mark: '', bad: null });

/** The value of a cell in a column of a type; what stands for none, or why there is none. */
export function valueOf(cell: RawCell, { type, decimal }: OwnColumn): CellValue {
	if (type === 'text') {
		if (cell === null || cell === '') return good(null);
		return good(typeof cell === 'string' ? cell : cellText(toCell(cell)));
	}
	if (isEmpty(cell)) return { value: null, mark: cell === null ? '' : shown(cell), bad: null };
	const bad = (rule: CellRule): CellValue => ({ value: null, mark: '', bad: rule });
	switch (type) {
		case 'number': {
			if (typeof cell === 'boolean') return bad('number_unreadable');
			const number = readNumber(toCell(cell), decimal);
			if (number.kind === 'number')
				return Number.isFinite(number.value) ? good(number.value) : bad('number_unreadable');
			return number.kind === 'missing' ? good(null) : bad(number.rule);
		}
		case 'date': {
			const date = dateIn(cellText(toCell(cell)));
			return date === null ? bad('date_unreadable') : good(date);
		}
		case 'boolean': {
			const answer = booleanIn(cell);
			return answer === null ? bad('boolean_unreadable') : good(answer);
		}
	}
}
