import { DataType, type Vector } from 'apache-arrow';
import type { GridColumn } from './source';

/** The grid's type of an Arrow type. */
export function typeOf(type: DataType): GridColumn['type'] {
	if (DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type)) return 'number';
	if (DataType.isUtf8(type) || DataType.isDictionary(type)) return 'text';
	if (DataType.isDate(type) || DataType.isTimestamp(type)) return 'date';
	return DataType.isBool(type) ? 'boolean' : 'other';
}

/**
 * Reads a column's values as a grid gives them: numbers (a whole number too large to be held exactly
 * as its text), texts, booleans, null; dates as `2024-01-31` or `2024-01-31 12:00:00`.
 */
export function reader(vector: Vector): (row: number) => unknown {
	const { type } = vector as { type: DataType };
	if (DataType.isDate(type)) return (row) => isoOf(vector.get(row), 10);
	if (DataType.isTimestamp(type)) return (row) => isoOf(vector.get(row), 19);
	if (DataType.isDecimal(type)) {
		const { scale } = type;
		return (row) => decimalOf(vector.get(row), scale);
	}
	if (DataType.isUtf8(type) || DataType.isFloat(type) || DataType.isBool(type))
		return (row) => vector.get(row) as unknown;
	return (row) => plain(vector.get(row));
}

function plain(value: unknown): unknown {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') {
		return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
	}
	if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
		return value;
	if (value instanceof Uint8Array)
		return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'bigint' ? part.toString() : part
	);
}

function isoOf(value: unknown, length: number): string | null {
	if (value === null || value === undefined) return null;
	const date = new Date(Number(value));
	return Number.isNaN(date.getTime())
		? String(value)
		: date.toISOString().slice(0, length).replace('T', ' ');
}

function decimalOf(value: unknown, scale: number): number | null {
	if (value === null || value === undefined) return null;
	return Number(String(value)) / 10 ** scale;
}
