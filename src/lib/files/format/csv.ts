import { refuse } from '../fault';
import { LIMITS } from '../limits';

export interface CsvRows {
	rows: string[][];
	/** Line on which each row begins, from 1: a cell in quotation marks may hold line breaks. */
	lines: number[];
}

const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Text with delimiters into rows, as RFC 4180 says and with what real files do beside it: any line
 * break, text behind a closing quotation mark, a quotation mark within a cell that opens without one.
 * @param delimiter one character
 * @throws FileFaultError for a quotation mark that nothing closes, and beyond the limits
 */
export function csvRows(text: string, delimiter: string): CsvRows {
	const mark = delimiter.charCodeAt(0);
	const rows: string[][] = [];
	const lines: number[] = [];
	let row: string[] = [];
	let cells = 0;
	let line = 1;
	let rowLine = 1;
	let at = 0;

	function endRow(): void {
		rows.push(row);
		lines.push(rowLine);
		if (rows.length > LIMITS.rows) refuse('too_many_rows', rows.length, LIMITS.rows);
		if (cells > LIMITS.cells) refuse('too_many_cells', cells, LIMITS.cells);
		row = [];
		rowLine = line;
	}

	/** The text in quotation marks that begins at `at`, and where it ends. */
	function quoted(): string {
		const opened = line;
		let value = '';
		let from = at + 1;
		for (;;) {
			const close = text.indexOf('"', from);
			const length = value.length + (close < 0 ? text.length : close) - from;
			if (close < 0 || length > LIMITS.cell) refuse('quote_open', opened);
			value += text.slice(from, close);
			if (text.charCodeAt(close + 1) !== QUOTE) {
				at = close + 1;
				break;
			}
			value += '"';
			from = close + 2;
		}
		line += breaksIn(value);
		return value;
	}

	while (at < text.length) {
		let value = text.charCodeAt(at) === QUOTE ? quoted() : '';
		const from = at;
		let code = text.charCodeAt(at);
		while (at < text.length && code !== mark && code !== LF && code !== CR)
			code = text.charCodeAt(++at);
		if (at - from > LIMITS.cell) refuse('too_much_text', at - from, LIMITS.cell);
		value += text.slice(from, at);
		row.push(value);
		cells += 1;
		if (row.length > LIMITS.columns) refuse('too_many_columns', row.length, LIMITS.columns);
		if (at >= text.length) break;
		if (code === mark) {
			at += 1;
			if (at >= text.length) row.push('');
			continue;
		}
		at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
		line += 1;
		endRow();
	}
	if (row.length > 0) endRow();
	return { rows, lines };
}

function breaksIn(value: string): number {
	let breaks = 0;
	for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) breaks += 1;
	return breaks;
}
