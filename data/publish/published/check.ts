import type { Column, TableContract } from '../../contract/column';
import type { Fault } from './fault';
import type { SourceRow } from './read';

/** All tables' rows by table name. */
export type Rows = ReadonlyMap<string, readonly SourceRow[]>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Every cell against its column, every reference against its table, every key against its like. */
export function checkRows(tables: readonly TableContract[], rows: Rows): Fault[] {
	const known = knownValues(tables, rows);
	return tables.flatMap((table) => {
		const own = rows.get(table.name) ?? [];
		const cells = own.flatMap((row) =>
			table.columns.flatMap((column) => {
				const message = faultOf(row.cells[column.name] ?? '', column, known);
				return message === null ? [] : [at(row, column.name, message)];
			})
		);
		return [...cells, ...repeated(table, own)];
	});
}

export function at({ file, row }: SourceRow, column: string, message: string): Fault {
	return { file, row, column, message };
}

function faultOf(
	cell: string,
	column: Column,
	known: ReadonlyMap<string, ReadonlySet<string>>
): string | null {
	if (cell === '') return column.optional ? null : 'is empty';
	if (column.oneOf && !column.oneOf.includes(cell)) {
		return `"${cell}" is none of ${column.oneOf.join(', ')}`;
	}
	if (column.references && !known.get(column.references)?.has(cell)) {
		return `"${cell}" does not stand in ${column.references}`;
	}
	return faultOfType(cell, column.type) ?? column.check?.(cell) ?? null;
}

function faultOfType(cell: string, type: Column['type']): string | null {
	switch (type) {
		case 'number':
			return /^-?\d+(\.\d+)?$/.test(cell) ? null : `"${cell}" is not a number like 1234.5`;
		case 'integer':
			return /^-?\d+$/.test(cell) ? null : `"${cell}" is not a whole number`;
		case 'boolean':
			return cell === 'true' || cell === 'false' ? null : `"${cell}" is neither true nor false`;
		case 'date':
			return isDate(cell) ? null : `"${cell}" is not a day like 2024-12-31`;
		default:
			return null;
	}
}

function isDate(cell: string): boolean {
	const day = new Date(`${cell}T00:00:00Z`);
	return DATE.test(cell) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell);
}

function knownValues(tables: readonly TableContract[], rows: Rows): Map<string, Set<string>> {
	const wanted = new Set(tables.flatMap(({ columns }) => columns.map((c) => c.references ?? '')));
	const known = new Map<string, Set<string>>();
	for (const name of wanted) {
		const [table = '', column = ''] = name.split('.');
		known.set(name, new Set((rows.get(table) ?? []).map(({ cells }) => cells[column] ?? '')));
	}
	return known;
}

function repeated(table: TableContract, rows: readonly SourceRow[]): Fault[] {
	if (table.key.length === 0) return [];
	const seen = new Map<string, SourceRow>();
	return rows.flatMap((row) => {
		const key = table.key.map((column) => row.cells[column] ?? '').join(', ');
		const first = seen.get(key);
		if (!first) {
			seen.set(key, row);
			return [];
		}
		return [at(row, table.key.join(', '), `${key} stands already in row ${first.row}`)];
	});
}
