import { type Cell, type Grid, cellText, isBlankRow } from '$lib/read/grid';
import { locate } from '$lib/read/locate';
import { looksNumeric } from '$lib/read/numbers';
import { readYear } from '$lib/read/periods';
import { ReadError } from '$lib/read/problem';
import type { Resolver } from '$lib/read/region';
import { type RawTable, toCell } from './raw';

export interface FoundHeader {
	/** Rows of the header, from 0; `last` is -1 where there is none. */
	first: number;
	last: number;
	names: string[];
	titles: string[];
	/** Column of regions, where only its content tells it. */
	regionAt: number | null;
}

/** The first rows by which header and columns are told. */
const SAMPLE = 120;

/**
 * The header of a table: by the reader of official files where it names a place or a year, else the
 * first row of words that is as wide as the rows below it.
 * @param line the reader's own word: line of the header from 1, 0 for none
 */
export function headerOf(table: RawTable, resolver: Resolver, line?: number): FoundHeader {
	const width = usualWidth(table.rows.slice(0, SAMPLE));
	const rows: Cell[][] = table.rows.slice(0, SAMPLE).map((row) => row.map(toCell));
	const grid: Grid = { rows, context: table.context };
	const at = line === undefined ? null : rowOfLine(table, line);
	if (at !== null) return single(grid, at, width);
	if (table.typed) return single(grid, 0, width);
	const official = byOfficial(grid, resolver);
	if (official) return { ...official, names: padded(official.names, width) };
	return single(grid, plainHeader(rows), width);
}

/** Columns that more than one row of ten fills: a slip that makes one row longer adds none. */
function usualWidth(rows: RawTable['rows']): number {
	const filled = new Map<number, number>();
	for (const row of rows)
		row.forEach((cell, at) => {
			if (cell !== null && cell !== '') filled.set(at, (filled.get(at) ?? 0) + 1);
		});
	const wanted = Math.max(1, rows.length / 10);
	return Math.max(0, ...[...filled].map(([at, times]) => (times >= wanted ? at + 1 : 0)));
}

function rowOfLine(table: RawTable, line: number): number {
	return table.lines === null ? line - 1 : table.lines.indexOf(line);
}

function padded(names: readonly string[], width: number): string[] {
	return Array.from({ length: Math.max(width, names.length) }, (_, at) => names[at] ?? '');
}

function single(grid: Grid, at: number, width: number): FoundHeader {
	const names = padded((grid.rows[at] ?? []).map(cellText), width);
	const above = grid.rows.slice(0, Math.max(0, at)).flatMap((row) => row.map(cellText));
	const titles = [...grid.context, ...above].filter((text) => text !== '');
	return { first: Math.max(0, at), last: at, names, titles, regionAt: null };
}

function byOfficial(grid: Grid, resolver: Resolver): FoundHeader | null {
	try {
		const { header, regionAt } = locate(grid, resolver);
		// A row that only its content made a header may be the first row of values.
		if (header.names.every((name) => name === '' || looksNumeric(name))) return null;
		return { ...header, regionAt };
	} catch (error) {
		if (error instanceof ReadError) return null;
		throw error;
	}
}

/** -1 where no row is one: then the first row already holds values. */
function plainHeader(rows: readonly (readonly Cell[])[]): number {
	const filled = rows.map((row) => row.filter((cell) => cellText(cell) !== '').length);
	const usual = [...filled].sort((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0;
	const at = filled.findIndex((count) => count > 0 && count >= usual * 0.6);
	const row = rows[at] ?? [];
	if (isBlankRow(row)) return -1;
	const values = row.filter((cell) => typeof cell !== 'string' || isValue(cell)).length;
	return values * 2 > (filled[at] ?? 0) ? -1 : at;
}

function isValue(text: string): boolean {
	return looksNumeric(text) && readYear(text) === null;
}
