import { type Grid, cellText, distinctTexts, isBlankRow } from './grid';
import { looksNumeric } from './numbers';
import { readPart, readYear, yearsIn } from './periods';
import { roleOfHeader } from './roles';

/** Where the header of a table stands, and what each column is called by all its rows together. */
export interface Header {
	first: number;
	last: number;
	names: string[];
	/** Texts above the header and around the table: titles, captions, sheet name. */
	titles: string[];
}

const FARTHEST = 60;

/** Whether a row can be a header: two different texts at least, one of them a place or a year. */
function opensTable(row: readonly unknown[], texts: readonly string[], kinds: readonly string[]) {
	return (
		row.length > 1 &&
		distinctTexts(texts).length > 1 &&
		texts.some((text) => kinds.includes(roleOfHeader(text).kind))
	);
}

function rowNamed(grid: Grid, kinds: readonly string[]): number {
	const most = Math.min(grid.rows.length, FARTHEST);
	for (let at = 0; at < most; at += 1) {
		const row = grid.rows[at] ?? [];
		if (opensTable(row, row.map(cellText), kinds)) return at;
	}
	return -1;
}

/** `(1) (2) (3)` or `1 2 3`: the column numbers of a printed table. */
function isNumbering(texts: readonly string[]): boolean {
	const filled = texts.filter((text) => text !== '');
	const numbers = filled.map((text) => /^[[(]?(\d{1,2})[\])]?$/.exec(text)?.[1] ?? '');
	return (
		numbers.length > 1 &&
		numbers.every((text, at) => Number(text) === Number(numbers[0]) + at && text !== '') &&
		Number(numbers[0]) <= 1
	);
}

/** A further row of the header: nothing under the place column, and years, rounds or words. */
function continues(texts: readonly string[], above: readonly string[], places: readonly number[]) {
	if (isNumbering(texts)) return true;
	const rest = texts.filter((text, at) => text !== '' && text !== above[at]);
	return (
		rest.length > 0 &&
		places.every((at) => (texts[at] ?? '') === '' || texts[at] === above[at]) &&
		rest.every(
			(text) => readYear(text) !== null || readPart(text) !== null || !looksNumeric(text)
		) &&
		!rest.every((text) => /^[-–—.…]+$/.test(text))
	);
}

/** Text of merged cells carried to the right, as far as a lower row names columns there. */
function fillAcross(rows: readonly string[][]): string[][] {
	const width = Math.max(...rows.map((row) => row.length));
	return rows.map((row, at) => {
		let carried = '';
		return Array.from({ length: width }, (_, column) => {
			const text = row[column] ?? '';
			if (text !== '') carried = roleOfHeader(text).kind === 'other' ? text : '';
			else if (rows.slice(at + 1).some((lower) => (lower[column] ?? '') !== '')) return carried;
			return text;
		});
	});
}

function joined(rows: readonly string[][]): string[] {
	const filled = fillAcross(rows.filter((row) => !isNumbering(row)));
	const width = Math.max(0, ...filled.map((row) => row.length));
	return Array.from({ length: width }, (_, column) =>
		[...new Set(filled.map((row) => row[column] ?? '').filter((text) => text !== ''))].join(' ')
	);
}

/** Rows above the named one that belong to it: groups of columns, with nothing above the place. */
function groupsAbove(texts: readonly string[][], named: number, places: readonly number[]): number {
	let first = named;
	for (let at = named - 1; at >= 0; at -= 1) {
		const row = texts[at] ?? [];
		const same = (column: number) => (row[column] ?? '') === (texts[named]?.[column] ?? '');
		const free = places.every((column) => (row[column] ?? '') === '' || same(column));
		if (!free || distinctTexts(row).length === 0 || row.length < 2) break;
		first = at;
	}
	return first;
}

/**
 * The header of a table: the first row that names a place (or, failing that, a year) beside other
 * columns, with the rows of a merged header above and below it.
 * @param contentRow row at which the table's content begins, where only its content tells it
 */
export function findHeader(grid: Grid, contentRow: number | null = null): Header | null {
	const byPlace = rowNamed(grid, ['region']);
	const named =
		byPlace >= 0 ? byPlace : contentRow !== null ? contentRow - 1 : rowNamed(grid, ['year']);
	if (named < 0) return null;
	const texts = grid.rows.slice(0, named + 8).map((row) => row.map(cellText));
	const line = texts[named] ?? [];
	const places = line.flatMap((text, at) =>
		text !== '' && roleOfHeader(text).kind === 'region' ? [at] : []
	);
	const unnamed = byPlace < 0 && contentRow !== null;
	let first = named;
	if (unnamed)
		while (
			first > 0 &&
			!isBlankRow(texts[first - 1] ?? []) &&
			distinctTexts(texts[first - 1] ?? []).length > 1
		)
			first -= 1;
	else if (places.length > 0) first = groupsAbove(texts, named, places);
	let last = named;
	while (!unnamed && places.length > 0 && last + 1 < texts.length) {
		const next = texts[last + 1] ?? [];
		if (distinctTexts(next).length === 0 || !continues(next, line, places)) break;
		last += 1;
	}
	return {
		first,
		last,
		names: joined(texts.slice(first, last + 1)),
		titles: [...grid.context, ...texts.slice(0, first).flatMap(distinctTexts)]
	};
}

/** The one year that texts name; null where they name none or several. */
export function onlyYear(texts: readonly string[]): number | null {
	const years = new Set(texts.flatMap(yearsIn));
	const [year] = years;
	return years.size === 1 && year !== undefined ? year : null;
}
