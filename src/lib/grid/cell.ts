import { formatNumber } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import type { GridColumn } from './source';

/** Columns whose numbers are years: written without marks of thousands. */
const YEAR = /(^|_)(year|tahun)$/i;

/**
 * A value as the reader sees it. Dates stay as ISO writes them: they stand under each other, and a
 * filter is typed like them. What is empty is an empty text.
 */
export function cellText(value: unknown, column: GridColumn, locale: Locale): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? m.grid_true() : m.grid_false();
	if (typeof value !== 'number' || column.type !== 'number') return String(value);
	if (!Number.isFinite(value)) return String(value);
	if (YEAR.test(column.name)) return formatNumber(value, locale, { ungrouped: true });
	const small = value !== 0 && Math.abs(value) < 0.001;
	return formatNumber(value, locale, { upTo: small ? 12 : 6 });
}

/**
 * Width of a column in characters: its label with the sign of its order, and the first rows' values,
 * within what a phone and a long text allow.
 */
export function widthOf(
	column: GridColumn,
	index: number,
	rows: readonly (readonly unknown[])[],
	locale: Locale
): number {
	const longest = Math.max(
		column.label.length + 3,
		...rows.map((row) => cellText(row[index], column, locale).length + 1)
	);
	return Math.min(Math.max(longest, 9), 34) + 2;
}
