import { refuse } from '../fault';
import { LIMITS } from '../limits';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Where the rows of a text begin and end, as far as lines of the file must be told by them. */
export interface Records {
	/** Rows, empty ones among them. */
	count: number;
	/** Rows that are empty lines, by number from 0; the first hundred thousand. */
	blanks: number[];
	/** Rows that hold line breaks in quotation marks, and how many; the first hundred thousand. */
	breaks: [record: number, lines: number][];
}

const MOST_NOTED = 100_000;

/**
 * Walks through a text from one quotation mark or line break to the next, and knows its rows without
 * looking at its cells.
 */
export class RecordWalk {
	readonly records: Records = { count: 0, blanks: [], breaks: [] };
	#line = 1;
	#inside = false;
	#openedLine = 0;
	#openedAt = 0;
	#extra = 0;
	/** Characters that have gone by before the text at hand. */
	#before = 0;
	#started = 0;
	#last = LF;

	constructor(
		readonly delimiter: number,
		/** A row from where it begins in the text at hand, -1 where it began in an earlier one. */
		readonly onRecord: (record: number, from: number, to: number) => void
	) {}

	/**
	 * The next text, with line feeds only. It must not end within a run of quotation marks.
	 * @throws FileFaultError for a quotation mark that nothing closes, and for too many rows
	 */
	walk(text: string): void {
		let quote = text.indexOf('"');
		let end = text.indexOf('\n');
		while (quote >= 0 || end >= 0) {
			if (quote >= 0 && (end < 0 || quote < end)) {
				const next = this.#quote(text, quote);
				quote = text.indexOf('"', next);
			} else {
				this.#line += 1;
				if (this.#inside) this.#extra += 1;
				else this.#end(end, text.charCodeAt(end - 1) === CR ? 1 : 0);
				end = text.indexOf('\n', end + 1);
			}
			if (this.#inside) this.#checkLength(quote < 0 ? text.length : quote);
		}
		if (this.#inside) this.#checkLength(text.length);
		if (text.length > 0) this.#last = text.charCodeAt(text.length - 1);
		this.#before += text.length;
	}

	/** @throws FileFaultError for a quotation mark that nothing has closed */
	finish(): void {
		if (this.#inside) refuse('quote_open', this.#openedLine);
		if (this.#before > this.#started) this.#end(0, 0);
	}

	/** The place behind the mark, or behind two that stand for one. */
	#quote(text: string, at: number): number {
		if (!this.#inside) {
			const before = at === 0 ? this.#last : text.charCodeAt(at - 1);
			this.#inside = before === LF || before === this.delimiter;
			this.#openedLine = this.#line;
			this.#openedAt = this.#before + at;
			return at + 1;
		}
		if (text.charCodeAt(at + 1) === QUOTE) return at + 2;
		this.#inside = false;
		return at + 1;
	}

	#end(at: number, returns: number): void {
		const { records } = this;
		const started = this.#started - this.#before;
		if (started + returns === at && records.blanks.length < MOST_NOTED)
			records.blanks.push(records.count);
		if (this.#extra > 0 && records.breaks.length < MOST_NOTED)
			records.breaks.push([records.count, this.#extra]);
		this.onRecord(records.count, Math.max(-1, started), at);
		records.count += 1;
		this.#extra = 0;
		this.#started = this.#before + at + 1;
		if (records.count > LIMITS.largeRows) refuse('too_many_rows', records.count, LIMITS.largeRows);
	}

	#checkLength(at: number): void {
		if (this.#before + at - this.#openedAt > LIMITS.cell) refuse('quote_open', this.#openedLine);
	}
}

/**
 * Tells the line of the file, from 1, of a row of DuckDB's.
 * @param first the row of the file, from 0, at which DuckDB began
 * @param refused rows that DuckDB gave no row for, from 0 at `first`
 * @returns by the place among DuckDB's rows, from 0
 */
export function lineReader(
	first: number,
	refused: readonly number[],
	records: Records
): (place: number) => number {
	const skipped = [
		...records.blanks.flatMap((at) => (at >= first ? [at - first] : [])),
		...refused
	].sort((a, b) => a - b);
	// How many of DuckDB's rows stand before each row that it skipped.
	const before = skipped.map((at, index) => at - index);
	const line = recordLines(records);
	return (place) => line(place + first + countUpTo(before, place));
}

/** Tells the line of the file, from 1, on which a row of the file begins. */
export function recordLines({ breaks }: Records): (record: number) => number {
	const at = breaks.map(([record]) => record);
	let lines = 0;
	const sums = breaks.map(([, more]) => (lines += more));
	return (record) => record + 1 + (sums[countUpTo(at, record - 1) - 1] ?? 0);
}

/** How many of an ascending list are at most a value. */
function countUpTo(ascending: readonly number[], value: number): number {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? 0) <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}
