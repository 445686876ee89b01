import type { GridColumn } from './source';

/**
 * What a reader typed under a column, read. Bounds are inclusive unless `open`; a missing one is
 * open-ended.
 */
export type GridFilter =
	| { kind: 'contains'; text: string }
	| { kind: 'equals'; text: string }
	| { kind: 'numbers'; least: Bound<number>; most: Bound<number> }
	| { kind: 'dates'; least: Bound<string>; most: Bound<string> }
	| { kind: 'truth'; value: boolean }
	| { kind: 'empty'; empty: boolean };

export type Bound<T> = { value: T; open: boolean } | null;

const TRUE = /^(ya|benar|yes|true|1)$/i;
const FALSE = /^(tidak|salah|no|false|0)$/i;

/**
 * Reads a filter: a text is contained (or, after `=`, is the whole); numbers and dates take `> 5`,
 * `<= 5`, `1..9`, `5`; `=` alone is what is empty, `<>` alone what is not.
 * @param comma whether numbers are written `1.234,5` (Indonesian) rather than `1,234.5`
 * @returns null where nothing was typed, 'unreadable' where it cannot be meant
 */
export function parseFilter(
	typed: string,
	type: GridColumn['type'],
	comma: boolean
): GridFilter | 'unreadable' | null {
	const text = typed.trim();
	if (text === '') return null;
	if (text === '=') return { kind: 'empty', empty: true };
	if (text === '<>') return { kind: 'empty', empty: false };
	if (type === 'number') {
		const range = rangeOf(text, (part) => numberOf(part, comma));
		return range ? { kind: 'numbers', ...range } : 'unreadable';
	}
	if (type === 'date') {
		const range = rangeOf(text, (part) => (ISO.test(part) ? part : null), lastOf);
		return range ? { kind: 'dates', ...range } : 'unreadable';
	}
	if (type === 'boolean') {
		if (TRUE.test(text)) return { kind: 'truth', value: true };
		return FALSE.test(text) ? { kind: 'truth', value: false } : 'unreadable';
	}
	return text.startsWith('=')
		? { kind: 'equals', text: text.slice(1).trim() }
		: { kind: 'contains', text };
}

/** A year, a month, a day, or a time: each the beginning of the ISO text of what it means. */
const ISO = /^\d{4}(-\d{2}(-\d{2}([ T]\d{2}(:\d{2}){0,2})?)?)?$/;

/** Greater than every ISO text that begins so: `2024` means up to the last moment of 2024. */
const lastOf = (iso: string) => `${iso.replace('T', ' ')}~`;

/**
 * `1.234,5` or `1,234.5`, with or without thousands; a mark of thousands that does not stand before
 * three digits is meant as the decimal mark. Null where it is no number.
 */
function numberOf(text: string, comma: boolean): number | null {
	const [thousands, decimal] = comma ? ['.', ','] : [',', '.'];
	const grouped = new RegExp(`^[-+]?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d*)?$`).test(
		text
	);
	const plain = grouped
		? text.replaceAll(thousands, '').replace(decimal, '.')
		: text.replace(',', '.');
	return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

function rangeOf<T>(
	text: string,
	read: (part: string) => T | null,
	last: (value: T) => T = (value) => value
): { least: Bound<T>; most: Bound<T> } | null {
	const [from, to, ...more] = text.split('..').map((part) => part.trim());
	if (to !== undefined) {
		const [low, high] = [from === '' ? null : read(from ?? ''), to === '' ? null : read(to)];
		if (more.length > 0 || (from !== '' && low === null) || (to !== '' && high === null))
			return null;
		if (low === null && high === null) return null;
		return { least: closed(low), most: closed(high === null ? null : last(high)) };
	}
	const [, sign = '', rest = ''] = /^(>=|<=|>|<|=|≥|≤)?(.*)$/.exec(text) ?? [];
	const value = read(rest.trim());
	if (value === null) return null;
	switch (sign) {
		case '>':
			return { least: { value: last(value), open: true }, most: null };
		case '>=':
		case '≥':
			return { least: closed(value), most: null };
		case '<':
			return { least: null, most: { value, open: true } };
		case '<=':
		case '≤':
			return { least: null, most: closed(last(value)) };
		default:
			return { least: closed(value), most: closed(last(value)) };
	}
}

const closed = <T>(value: T | null): Bound<T> => (value === null ? null : { value, open: false });

/** Whether a value of a row passes. Values as `GridRows.read` gives them. */
export function passes(filter: GridFilter, value: unknown): boolean {
	if (filter.kind === 'empty') return (value === null) === filter.empty;
	if (value === null || value === undefined) return false;
	switch (filter.kind) {
		case 'contains':
			return String(value).toLowerCase().includes(filter.text.toLowerCase());
		case 'equals':
			return String(value).toLowerCase() === filter.text.toLowerCase();
		case 'truth':
			return value === filter.value;
		case 'numbers':
			return within(Number(value), filter.least, filter.most);
		case 'dates':
			return within(String(value), filter.least, filter.most);
	}
}

function within<T extends number | string>(value: T, least: Bound<T>, most: Bound<T>): boolean {
	if (least && (least.open ? value <= least.value : value < least.value)) return false;
	return !(most && (most.open ? value >= most.value : value > most.value));
}
