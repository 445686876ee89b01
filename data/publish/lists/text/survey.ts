import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { RowCounter, type RowNumbers } from './row-numbers';

/** What the bytes of a text file say of its rows, before anything reads the cells. */
export interface Survey {
	/** Lines up to the end of the header. */
	headerLines: number;
	/** Rows under the header that are not blank. */
	filled: number;
	/** Rows that DuckDB reads: those, and blank ones that hold delimiters. Empty lines it passes over. */
	read: number;
	numbers: RowNumbers;
	utf8: boolean;
	/** A cell holds a line end. */
	multiline: boolean;
	/** A quotation mark stands where none belongs, which every reader takes in its own way. */
	looseQuote: boolean;
	/** Row in which a quotation mark opens that nothing closes; null where all is well. */
	openQuote: number | null;
}

const ORDINARY = 0;
const DELIMITER = 1;
const LINE_END = 2;
const QUOTE = 3;
const SPACE = 4;

function classes(delimiter: string): Uint8Array {
	const kinds = new Uint8Array(256);
	for (const space of [9, 32]) kinds[space] = SPACE;
	for (const end of [10, 13]) kinds[end] = LINE_END;
	kinds[34] = QUOTE;
	kinds[delimiter.charCodeAt(0)] = DELIMITER;
	return kinds;
}

/**
 * Goes through the bytes once, by the same rules as the reader of records.
 * @param header order of the header among the records, from 0
 */
export async function surveyText(
	file: string,
	delimiter: string,
	header: number,
	signal: AbortSignal | undefined
): Promise<Survey> {
	const kinds = classes(delimiter);
	const counter = new RowCounter();
	let lines = 0;
	let headerLines = 0;
	let record = 0;
	let bytes = 0;
	let content = false;
	let cellStart = true;
	let quoted = false;
	let afterQuote = false;
	let afterCr = false;
	let multiline = false;
	let looseQuote = false;
	let opened = 0;

	function endRecord() {
		if (record === header) headerLines = lines;
		if (record > header && bytes > 0) counter.count(record + 1, !content);
		record += 1;
		bytes = 0;
		content = false;
		cellStart = true;
		afterQuote = false;
	}

	function take(chunk: Buffer, from: number) {
		for (let at = from; at < chunk.length; at += 1) {
			const byte = chunk[at] ?? 0;
			const kind = kinds[byte];
			if (kind === ORDINARY) {
				bytes += 1;
				content = true;
				cellStart = false;
				if (afterQuote && !quoted) looseQuote = true;
				afterQuote = false;
				afterCr = false;
				continue;
			}
			const lineFeed = byte === 10 && afterCr;
			afterCr = byte === 13;
			if (kind === LINE_END && !lineFeed) lines += 1;
			if (quoted) {
				bytes += 1;
				if (kind === QUOTE) {
					quoted = false;
					afterQuote = true;
				} else if (kind === LINE_END) multiline = true;
				else if (kind === DELIMITER) content = true;
				continue;
			}
			if (kind === LINE_END) {
				if (!lineFeed) endRecord();
				continue;
			}
			bytes += 1;
			if (kind === QUOTE && (cellStart || afterQuote)) {
				if (afterQuote) content = true;
				else opened = record + 1;
				quoted = true;
			} else if (kind === QUOTE) {
				content = true;
				looseQuote = true;
			} else if (kind === SPACE && afterQuote) looseQuote = true;
			cellStart = kind === DELIMITER;
			afterQuote = false;
		}
	}

	const letters = utf8Watch();
	let first = true;
	for await (const chunk of createReadStream(file, {
		highWaterMark: 1 << 20,
		...(signal ? { signal } : {})
	}) as AsyncIterable<Buffer>) {
		const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
		first = false;
		letters.take(chunk);
		take(chunk, marked ? 3 : 0);
	}
	if (bytes > 0) endRecord();
	return {
		headerLines,
		filled: counter.filled,
		read: counter.read,
		numbers: counter.numbers(),
		utf8: letters.utf8(),
		multiline,
		looseQuote,
		openQuote: quoted ? opened : null
	};
}

/** Whether pieces are UTF-8 together; a letter may be parted between two of them. */
function utf8Watch() {
	let tail = Buffer.alloc(0);
	let good = true;
	return {
		take(chunk: Buffer) {
			if (!good) return;
			const all = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
			let end = all.length;
			// At most the last three bytes can begin a letter that goes on in the next piece.
			for (let back = 1; back <= 3 && back <= all.length; back += 1) {
				const byte = all[all.length - back] ?? 0;
				if (byte < 0x80) break;
				if (byte >= 0xc0) {
					const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
					if (needs > back) end = all.length - back;
					break;
				}
			}
			good = isUtf8(all.subarray(0, end));
			tail = Buffer.from(all.subarray(end));
		},
		utf8: () => good && tail.length === 0
	};
}
