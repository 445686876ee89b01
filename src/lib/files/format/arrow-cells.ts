import { type DataType, type Table, TimeUnit, Type, tableFromIPC } from '@uwdata/flechette';
import { type RawCell, fromValue, letterCount } from '../raw';

/**
 * The columns of an Arrow stream or file, with amounts and long whole numbers as they are exact.
 * @throws where it is no such, or damaged
 */
export function arrowTable(bytes: Uint8Array): Table {
	return tableFromIPC(bytes, { useDate: true, useBigInt: true, useDecimalInt: true });
}

/**
 * The rows of an Arrow table, without its names.
 * @param count told each row as soon as it is read
 * @throws FileFaultError where there are more letters than are read of one file
 */
export function arrowRows(table: Table, count = letterCount()): RawCell[][] {
	const columns = table.schema.fields.map(({ type }, at) => {
		const column = table.getChildAt(at);
		const cell = cellReader(type);
		return (row: number) => cell(column.at(row));
	});
	return Array.from({ length: table.numRows }, (_, row) => {
		const cells = columns.map((cell) => cell(row));
		count(cells);
		return cells;
	});
}

function cellReader(type: DataType): (value: unknown) => RawCell {
	switch (type.typeId) {
		case Type.Decimal:
			return (value) =>
				typeof value === 'bigint' || typeof value === 'number'
					? decimal(BigInt(value), type.scale)
					: fromValue(value);
		case Type.Time: {
			const each = PER_SECOND[type.unit];
			return (value) => (value === null || value === undefined ? null : timeOfDay(value, each));
		}
		case Type.FixedSizeBinary:
			return (value) => (value instanceof Uint8Array ? hexadecimal(value) : fromValue(value));
		default:
			return fromValue;
	}
}

/** An amount in units of its last digit; one too long to be exact as a number stays text. */
function decimal(units: bigint, scale: number): RawCell {
	if (Number.isSafeInteger(Number(units)) && Math.abs(scale) <= 22)
		return Number(units) / 10 ** scale;
	if (scale <= 0) return `${units}${'0'.repeat(-scale)}`;
	const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
	return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const PER_SECOND: Readonly<Record<number, number>> = {
	[TimeUnit.SECOND]: 1,
	[TimeUnit.MILLISECOND]: 1e3,
	[TimeUnit.MICROSECOND]: 1e6,
	[TimeUnit.NANOSECOND]: 1e9
};

function timeOfDay(value: unknown, perSecond = 1): string {
	const seconds = Math.floor(Number(value) / perSecond);
	const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
	return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(':');
}

function hexadecimal(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
