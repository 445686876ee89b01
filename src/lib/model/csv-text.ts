/**
 * Rows as CSV (RFC 4180) that no spreadsheet takes for formulas: see {@link harmlessText}. Numbers
 * stay numbers, also negative ones; null is an empty cell.
 */
export function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
	return rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

/**
 * A text that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@` or a control
 * character is led by an apostrophe.
 */
export function harmlessText(text: string): string {
	return /^[=+\-@\p{Cc}]/u.test(text) ? `'${text}` : text;
}

function cell(value: string | number | boolean | null): string {
	if (value === null) return '';
	if (typeof value !== 'string') return String(value);
	const harmless = harmlessText(value);
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
