/**
 * Rows as CSV (RFC 4180) that no spreadsheet takes for formulas: a text that begins with `=`, `+`,
 * `-`, `@`, a tab or a line end is led by an apostrophe. Numbers stay numbers, also negative ones; null is an
 * empty cell.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
	return rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
