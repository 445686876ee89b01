import { findIdentifiers } from '$lib/protect/scan/find';
import type { FindingKind } from '$lib/protect/scan/finding';
import type { Issuers } from '$lib/protect/scan/person-number';
import { csvRows } from '../format/csv';
import { candidateAt } from './candidate-at';

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
