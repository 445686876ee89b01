import { type ListMap, recognised } from '$lib/lists';
import type { ListKind } from '$lib/model';
import { readRecords } from './text/records';

/** How far down a header may stand: titles and addressees come first. */
const FARTHEST = 60;
const DELIMITERS = [';', ',', '\t', '|'] as const;

/** Where the header stands, and what it says. */
export interface FoundHeader {
	/** Order among the rows, from 0. */
	at: number;
	headers: string[];
	/** Columns that it names and that are known. */
	known: number;
}

/** The row whose cells are best known as headers; null where none is. */
export function findHeader(
	rows: readonly (readonly string[])[],
	list: ListKind,
	map: ListMap
): FoundHeader | null {
	let best: FoundHeader | null = null;
	rows.slice(0, FARTHEST).forEach((row, at) => {
		const known = recognised(row, list, map);
		if (known === 0 || known <= (best?.known ?? 0)) return;
		const last = row.findLastIndex((cell) => cell.trim() !== '');
		best = { at, headers: row.slice(0, last + 1).map((cell) => cell.trim()), known };
	});
	return best;
}

export interface FoundTextHeader extends FoundHeader {
	delimiter: string;
}

/** The header of a text, by the delimiter that makes most of it known. `sep=;` is believed. */
export function findTextHeader(
	sample: string,
	whole: boolean,
	list: ListKind,
	map: ListMap
): FoundTextHeader | null {
	const stated = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(sample)?.[1];
	let best: FoundTextHeader | null = null;
	for (const delimiter of stated === undefined ? DELIMITERS : [stated]) {
		const reader = readRecords(delimiter);
		const rows = reader.push(sample);
		if (whole) rows.push(...reader.end());
		const found = findHeader(rows, list, map);
		if (found && found.known > (best?.known ?? 0)) best = { ...found, delimiter };
	}
	return best;
}
