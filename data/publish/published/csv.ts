import type { TableContract } from '../../contract/column';
import type { SourceRow } from './read';

/** Sorts rows as the contract says. Texts by code unit, so that no language setting has a part in it. */
export function sortRows(table: TableContract, rows: readonly SourceRow[]): SourceRow[] {
	const numeric = new Set(
		table.columns
			.filter(({ type }) => type === 'number' || type === 'integer')
			.map(({ name }) => name)
	);
	return [...rows].sort((a, b) => {
		for (const column of table.order) {
			const [left = '', right = ''] = [a.cells[column], b.cells[column]];
			if (left === right) continue;
			if (numeric.has(column) && left !== '' && right !== '') return Number(left) - Number(right);
			return left < right ? -1 : 1;
		}
		return 0;
	});
}

/** A table as CSV (RFC 4180 with LF), numbers in their shortest form. The bytes that contentHash covers. */
export function toCsv(table: TableContract, rows: readonly SourceRow[]): string {
	const lines = rows.map(({ cells }) =>
		table.columns.map(({ name, type }) => {
			const cell = cells[name] ?? '';
			if (cell !== '' && (type === 'number' || type === 'integer')) return plain(Number(cell));
			return quote(cell);
		})
	);
	return [table.columns.map(({ name }) => name), ...lines]
		.map((line) => line.join(',') + '\n')
		.join('');
}

/** Without exponent: 0.0000001 and 1e21 do not occur among figures, and are refused if they do. */
function plain(value: number): string {
	const text = String(Object.is(value, -0) ? 0 : value);
	if (/^-?\d+(\.\d+)?$/.test(text)) return text;
	throw new RangeError(`${text} cannot be written without an exponent`);
}

function quote(cell: string): string {
	return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
