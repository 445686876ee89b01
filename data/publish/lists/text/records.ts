const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Characters that no record of a list has. A longer one is a file without line ends, or none of text. */
const MOST = 1 << 23;

/** Thrown where a record does not end: each further piece would be read from its beginning again. */
export class LongRecordError extends Error {
	override readonly name = 'LongRecordError';
}

/** Cells of text with delimiters, record by record, from pieces of any length. */
export interface RecordReader {
	/** @throws LongRecordError */
	push: (text: string) => string[][];
	/** What is left once the text has ended. */
	end: () => string[][];
}

/**
 * Reads as spreadsheets do: a quotation mark counts at the start of a cell only, a doubled one
 * stands for itself, what follows the closing one is kept, and lines end in LF, CR LF or CR.
 */
export function readRecords(delimiter: string): RecordReader {
	let rest = '';
	function read(last: boolean): string[][] {
		const { records, next } = recordsOf(rest, delimiter.charCodeAt(0), last);
		rest = rest.slice(next);
		return records;
	}
	return {
		push(text) {
			rest += text;
			const records = read(false);
			if (rest.length > MOST) throw new LongRecordError();
			return records;
		},
		end: () => read(true)
	};
}

/** The whole records of a text, and where the first begins that is not whole. */
function recordsOf(text: string, delimiter: number, last: boolean) {
	const records: string[][] = [];
	let next = 0;
	for (;;) {
		const record = recordAt(text, next, delimiter, last);
		if (!record) return { records, next };
		records.push(record.cells);
		next = record.next;
	}
}

function recordAt(text: string, from: number, delimiter: number, last: boolean) {
	if (from >= text.length) return null;
	const cells: string[] = [];
	let at = from;
	for (;;) {
		const cell = cellAt(text, at, delimiter);
		cells.push(cell.value);
		at = cell.end;
		const code = text.charCodeAt(at);
		if (code === delimiter) {
			at += 1;
			continue;
		}
		// The end of this piece: more of the record may follow.
		if (at >= text.length) return last ? { cells, next: at } : null;
		if (code === LF) return { cells, next: at + 1 };
		if (at + 1 >= text.length && !last) return null;
		return { cells, next: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1 };
	}
}

function cellAt(text: string, from: number, delimiter: number): { value: string; end: number } {
	let value = '';
	let at = from;
	if (text.charCodeAt(at) === QUOTE) {
		for (;;) {
			const close = text.indexOf('"', at + 1);
			if (close < 0) return { value: value + text.slice(at + 1), end: text.length };
			value += text.slice(at + 1, close);
			at = close;
			if (text.charCodeAt(close + 1) !== QUOTE) break;
			value += '"';
			at = close + 1;
		}
		at += 1;
	}
	const start = at;
	for (; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === delimiter || code === LF || code === CR) break;
	}
	return { value: value + text.slice(start, at), end: at };
}
