import { findIdentifiers } from '$lib/protect/scan/find';
import type { FindingKind } from '$lib/protect/scan/finding';
import type { Issuers } from '$lib/protect/scan/person-number';
import { csvRows } from '../format/csv';

const MOBILE = /(?:62|0062|0)8(?:[ .-]?\d){7}|62[ .-]8(?:[ .-]?\d){7}/y;
const SEPARATORS = new Set([...' .-/\u00a0\u2010\u2011\u202f'].map((each) => each.charCodeAt(0)));
/** As long as a person's number. */
const DIGITS = 16;
const UNDERSCORE = 95;
const [AT, NOUGHT, SIX, NINE] = [...'@069'].map((each) => each.charCodeAt(0)) as [
	number,
	number,
	number,
	number
];

/**
 * Where the scanner might find something, from a place on; -1 where it cannot. At sixteen digits with
 * or without separators, a mobile number's beginning, an at sign, a word that announces an account:
 * wider than what is then found, and as quick as a text can be gone through.
 */
export function candidateAt(text: string, from: number): number {
	let digits = 0;
	let before = 0;
	for (let at = from; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code >= NOUGHT && code <= NINE) {
			digits += 1;
			if (digits === DIGITS) return at;
			if ((code === NOUGHT || code === SIX) && !(before >= NOUGHT && before <= NINE)) {
				MOBILE.lastIndex = at;
				if (MOBILE.test(text)) return at;
			}
		} else if (code > NINE && code < 128) {
			if (code === AT || announces(text, at, code | 32, before | 32)) return at;
			if (code !== UNDERSCORE) digits = 0;
		} else if (digits > 0 && !(before >= NOUGHT && before <= NINE && SEPARATORS.has(code)))
			digits = 0;
		before = code;
	}
	return -1;
}

const [A, C, E, K, R, S] = [...'acekrs'].map((each) => each.charCodeAt(0)) as [
	number,
	number,
	number,
	number,
	number,
	number
];

/** `rek`, `kks`, `acc`: the beginnings of words for an account, at their last letter. */
function announces(text: string, at: number, letter: number, before: number): boolean {
	if (letter === K) return before === E && (text.charCodeAt(at - 2) | 32) === R;
	if (letter === S) return before === K && (text.charCodeAt(at - 2) | 32) === K;
	return letter === C && before === C && (text.charCodeAt(at - 2) | 32) === A;
}

/** Rows with something in them after which enough is known of a file. */
export const ENOUGH = 20_000;

/** Values that look like someone's, by kind and by column from 0. */
export type PeopleHits = Map<FindingKind, Map<number, number>>;

/** Looks through the whole of a text for values of the form of a NIK, phone, e-mail or account. */
export class CandidateSearch {
	readonly hits: PeopleHits = new Map();
	#rows = 0;

	constructor(
		readonly delimiter: string,
		readonly issuers: Issuers
	) {}

	/** @param text whole rows */
	search(text: string): void {
		if (this.#rows >= ENOUGH) return;
		for (let at = candidateAt(text, 0); at >= 0;) {
			const from = text.lastIndexOf('\n', at) + 1;
			const end = text.indexOf('\n', at);
			const to = end < 0 ? text.length : end;
			if (this.#look(text.slice(from, Math.min(to, from + 100_000)))) this.#rows += 1;
			if (this.#rows >= ENOUGH) return;
			at = candidateAt(text, to);
		}
	}

	#look(line: string): boolean {
		let found = false;
		this.#cells(line).forEach((cell, column) => {
			if (cell.length < 5) return;
			for (const { kind } of findIdentifiers(cell, { issuers: this.issuers })) {
				if (kind === 'address') continue;
				found = true;
				const columns = this.hits.get(kind) ?? new Map<number, number>();
				this.hits.set(kind, columns);
				columns.set(column, (columns.get(column) ?? 0) + 1);
			}
		});
		return found;
	}

	/** A line within a cell of several lines is looked at as one. */
	#cells(line: string): readonly string[] {
		try {
			return csvRows(line, this.delimiter).rows[0] ?? [];
		} catch {
			return [line];
		}
	}
}
