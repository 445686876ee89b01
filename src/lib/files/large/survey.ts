import { delimiterOf } from '$lib/read/csv';
import type { Issuers } from '$lib/protect/scan/person-number';
import { refuse } from '../fault';
import { csvRows } from '../format/csv';
import { looksBinary } from '../format/letters';
import { LIMITS } from '../limits';
import { type RawTable, rawTable } from '../raw';
import { CandidateSearch, type PeopleHits } from './candidates';
import { type Records, RecordWalk, recordLines } from './records';
import { type Letters, OtherLetters, lettersBy, textOf } from './text';

/** What one walk through the whole of a large text has told, before DuckDB reads it. */
export interface Survey {
	/** UTF-8 with one kind of line break: the file itself, or a copy where it is written otherwise. */
	content: Blob;
	delimiter: string;
	/** The first rows, and some of everywhere below them. */
	sample: RawTable;
	/** Where each of the first rows begins, in bytes of `content`. */
	starts: number[];
	records: Records;
	hits: PeopleHits;
}

/** Rows at the top of the sample, one after another: titles and header are among them. */
const TOP = 1000;
/** Rows of each further piece. */
const EACH = 40;
/** Letters by which a delimiter is decided. */
const HEAD = 200_000;

/** Thrown where line breaks of several kinds stand in a text: it is then begun anew. */
class OtherBreaks extends Error {}

/**
 * Walks once through the whole of a text with delimiters: how its letters are written, its rows,
 * quotation marks that nothing closes, values that look like someone's; and takes a sample.
 * @throws FileFaultError
 */
export async function survey(file: Blob, issuers: Issuers): Promise<Survey> {
	const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
	const { letters: first, mark } = lettersBy(head);
	let letters = first;
	if (letters === 'utf-8' && looksBinary(new TextDecoder('latin1').decode(head))) refuse('binary');
	let copied = letters !== 'utf-8';
	for (;;) {
		try {
			return await walk(file, letters, mark, copied, issuers);
		} catch (error) {
			if (error instanceof OtherLetters) letters = 'windows-1252';
			else if (!(error instanceof OtherBreaks)) throw error;
			copied = true;
		}
	}
}

async function walk(
	file: Blob,
	letters: Letters,
	mark: number,
	copied: boolean,
	issuers: Issuers
): Promise<Survey> {
	const encoder = new TextEncoder();
	const copy: Uint8Array<ArrayBuffer>[] = [];
	const rows: { text: string; record: number }[] = [];
	const starts: number[] = [];
	let found: { delimiter: string; stated: boolean } | null = null;
	let steps: { walker: RecordWalk; search: CandidateSearch } | null = null;
	let breaks = '';
	let first = '';
	let text = '';
	/** What stands before `text` in `content`, in bytes; only told while the first rows are. */
	let bytesBefore = copied ? 0 : mark;
	let firstOf = 0;
	let counted = { at: 0, bytes: 0 };

	let delimiter = '';

	function take(record: number, from: number, to: number): void {
		if (record <= TOP && from >= 0) {
			counted = {
				at: from,
				bytes: counted.bytes + encoder.encode(text.slice(counted.at, from)).length
			};
			starts[record] = bytesBefore + counted.bytes;
		}
		if (record < TOP || record - firstOf < EACH) {
			const own = from >= 0 ? text.slice(from, to) : record === 0 ? first + text.slice(0, to) : '';
			if (own.length <= LIMITS.cell) rows.push({ text: own, record });
			else if (record < TOP) refuseLong(own, delimiter);
		}
	}

	for await (const piece of pieces(textOf(file, letters, mark))) {
		breaks ||= copied ? '' : kindOfBreak(piece);
		if (!copied && hasOtherBreaks(piece, breaks)) throw new OtherBreaks();
		text = copied ? piece.replace(/\r\n?/g, '\n') : piece;
		if (copied) copy.push(encoder.encode(text));
		found ??= delimiterIn(text);
		delimiter = found.delimiter;
		steps ??= {
			walker: new RecordWalk(found.delimiter.charCodeAt(0), take),
			search: new CandidateSearch(found.delimiter, issuers)
		};
		firstOf = steps.walker.records.count;
		counted = { at: 0, bytes: 0 };
		steps.walker.walk(text);
		steps.search.search(text);
		if (steps.walker.records.count === 0) {
			first += text;
			if (first.length > LIMITS.cell) refuseLong(first, delimiter);
		}
		if (starts.length <= TOP) bytesBefore += encoder.encode(text).length;
	}
	if (!steps || !found) return refuse('empty');
	steps.walker.finish();
	return {
		content: copied ? new Blob(copy) : file,
		delimiter: found.delimiter,
		sample: sampleOf(rows, found, steps.walker.records),
		starts,
		records: steps.walker.records,
		hits: steps.search.hits
	};
}

/** Texts that end with a line break where they can, and never within a run of quotation marks. */
async function* pieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
	let rest = '';
	for await (const text of texts) {
		if (rest === '' && text.endsWith('\n')) {
			yield text;
			continue;
		}
		const whole = rest + text;
		const end = whole.lastIndexOf('\n') + 1;
		const cut = whole.length - end > LIMITS.cell ? whole.replace(/["\r]+$/, '').length : end;
		rest = whole.slice(cut);
		if (cut > 0) yield whole.slice(0, cut);
	}
	if (rest !== '') yield rest;
}

function kindOfBreak(text: string): string {
	return /\r\n|\n|\r/.exec(text)?.[0] ?? '';
}

/** DuckDB reads rows that all end in the same way, and takes a lone carriage return for an end. */
function hasOtherBreaks(text: string, kind: string): boolean {
	if (kind === '\n') return text.includes('\r');
	return kind === '\r' || (kind === '\r\n' && /(?<!\r)\n|\r(?!\n)/.test(text));
}

function delimiterIn(text: string): { delimiter: string; stated: boolean } {
	const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
	return { delimiter: stated ?? delimiterOf(text.slice(0, HEAD)), stated: stated !== undefined };
}

/** A line without an end: the limits of a cell and of columns say what is wrong with it. */
function refuseLong(text: string, delimiter: string): never {
	csvRows(text, delimiter);
	return refuse('too_much_text', text.length, LIMITS.cell);
}

function sampleOf(
	rows: readonly { text: string; record: number }[],
	{ delimiter, stated }: { delimiter: string; stated: boolean },
	records: Records
): RawTable {
	const body = stated ? rows.slice(1) : rows;
	// An empty line is a row too, so that rows of the sample and of the file are the same at the top.
	const cells = body.map(({ text }) => csvRows(text, delimiter).rows[0] ?? ['']);
	const line = recordLines(records);
	return rawTable(cells, { lines: body.map(({ record }) => line(record)) });
}
