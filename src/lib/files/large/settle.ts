import type { RegionCode } from '$lib/model';
import type { Resolver } from '$lib/read/region';
import type { OwnColumn, RegionColumns } from '../columns';
import { type NamedPlace, type RegionJoin, joinPlaces, keyOf } from '../join';
import { type CellRule, MOST_MARKS, SHOWN, valueOf } from '../values';

/** An odd cell, or a place, of a large file, with how often it stands there. */
export interface Often<What> {
	what: What;
	times: number;
	line: number;
}

/** What DuckDB leaves to the reader of small files. */
export interface Unsettled {
	columns: readonly OwnColumn[];
	regions: RegionColumns | null;
	/** Each different odd cell: its column's place, the sign behind it, its text. */
	cells: readonly Often<string>[];
	/** Each different place: code, name, province. */
	places: readonly Often<readonly [string, string, string]>[];
}

export interface Answer {
	cell: string;
	/** As DuckDB casts it; null for none. */
	answer: string | null;
	/** Why it could not be read; empty where it could. */
	bad: CellRule | '';
}

export interface Settled {
	answers: Answer[];
	/** What stands for a missing value, by column. */
	marks: string[][];
	/** Cells that could not be read. */
	refused: number;
	join: Omit<RegionJoin, 'regions'> | null;
	/** Region of each place, by its key. */
	regionOf: [key: string, region: RegionCode][];
}

const AFTER_COLUMN = '\u001f';

/** Reads odd cells as those of a small file are read, and finds the regions of places. */
export function settle(
	{ columns, regions, cells, places }: Unsettled,
	resolver: Resolver
): Settled {
	const marks = columns.map(() => new Set<string>());
	let refused = 0;
	const answers = cells.map(({ what: cell, times }): Answer => {
		const sign = cell.indexOf(AFTER_COLUMN);
		const at = Number(cell.slice(0, sign));
		const column = columns[at];
		if (!column) return { cell, answer: null, bad: '' };
		const { value, mark, bad } = valueOf(cell.slice(sign + 1), column);
		if (bad !== null) refused += times;
		const seen = marks[at];
		if (mark !== '' && seen && seen.size < MOST_MARKS) seen.add(mark);
		return { cell, answer: value === null ? null : String(value), bad: bad ?? '' };
	});
	const joined = regions === null ? null : joinPlaces(named(places), regions, resolver);
	if (joined === null)
		return { answers, marks: marks.map((seen) => [...seen]), refused, join: null, regionOf: [] };
	const { answers: regionOf, ...join } = joined;
	return {
		answers,
		marks: marks.map((seen) => [...seen]),
		refused,
		join,
		regionOf: [...regionOf]
	};
}

function named(places: Unsettled['places']): NamedPlace[] {
	const byKey = new Map<string, NamedPlace>();
	for (const { what, times, line } of places) {
		const key = keyOf(...what);
		const known = byKey.get(key);
		if (known) known.rows += times;
		else byKey.set(key, { key, line, rows: times });
	}
	return [...byKey.values()];
}

/** Odd cells without an answer, as they are shown. */
export function shownCell(cell: string): { at: number; found: string } {
	const sign = cell.indexOf(AFTER_COLUMN);
	return {
		at: Number(cell.slice(0, sign)),
		found: cell
			.slice(sign + 1)
			.trim()
			.slice(0, SHOWN)
	};
}

/** The answers as a file for DuckDB. */
export function writtenAnswers(answers: readonly Answer[]): Uint8Array {
	return quotedRows(answers.map(({ cell, answer, bad }) => [cell, answer, bad]));
}

/** Rows as CSV: what is quoted is a text, also an empty one. */
export function quotedRows(rows: readonly (readonly (string | null)[])[]): Uint8Array {
	const written = (text: string | null) => (text === null ? '' : `"${text.replaceAll('"', '""')}"`);
	return new TextEncoder().encode(rows.map((row) => `${row.map(written).join(',')}\n`).join(''));
}
