import { identifier, literal } from '$lib/engine/quote';
import { OWN, ownPath } from '$lib/engine/workbench/own';
import type { OwnColumn } from '../columns';

/**
 * The cells of a row that were not read at first sight, each as the place of its column, a sign, the
 * text, a sign. No column of a file is called so.
 */
export const ODD = '(odd)';
/**
 * A row's code, name and province as one number of 64 bits: a fifth of the time of three texts where
 * rows are grouped and joined. That two of the at most 5,000 places of a file share one is as likely as
 * one in a million million.
 */
export const PLACE = '(place)';
export const AFTER_COLUMN = 'chr(31)';
export const AFTER_CELL = 'chr(30)';

/** A file's table, as statements name it. */
export function tableOf(name: string): string {
	return `${OWN}.${identifier(name)}`;
}

/** The texts of a file in the form that `quotedRows` writes. */
export function textsOf(file: string, columns: readonly string[]): string {
	const types = columns.map((column) => `${column}: 'VARCHAR'`).join(', ');
	return `read_csv(${literal(ownPath(file))}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
	nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, columns = {${types}})`;
}

/** A column's texts; empty ones where it has none, or there is none. */
export const textOf = (at: number | null, columns: readonly OwnColumn[]) =>
	at === null || !columns[at] ? "''" : `coalesce(${identifier(columns[at].name)}::VARCHAR, '')`;
