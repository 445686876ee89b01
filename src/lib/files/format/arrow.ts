import { DataType, MessageReader, RecordBatchReader, type Table, tableFromIPC } from 'apache-arrow';
import { refuse } from '../fault';
import { checkShape } from '../limits';
import { type RawCell, type RawTable, fromValue, rawTable } from '../raw';

/**
 * The table of an Arrow stream or file. Packed buffers (LZ4, ZSTD) are refused by name, since they
 * would be read as if they were values.
 * @throws FileFaultError
 */
export function arrowTables(bytes: Uint8Array): RawTable[] {
	checkBodies(isFile(bytes) ? streamIn(bytes) : bytes);
	const table = read(bytes);
	checkShape(table.numRows, table.numCols);
	const columns = table.schema.fields.map(({ name, type }, index) => {
		const vector = table.getChildAt(index);
		const days = DataType.isDate(type) || DataType.isTimestamp(type);
		return { name, cell: (row: number) => cellOf(vector?.get(row), days) };
	});
	const rows: RawCell[][] = [columns.map(({ name }) => name)];
	for (let row = 0; row < table.numRows; row += 1) rows.push(columns.map(({ cell }) => cell(row)));
	return [rawTable(rows, { typed: true })];
}

const MAGIC = 'ARROW1';

function letters(bytes: Uint8Array): string {
	return new TextDecoder('latin1').decode(bytes);
}

function isFile(bytes: Uint8Array): boolean {
	return letters(bytes.subarray(0, MAGIC.length)) === MAGIC;
}

/**
 * The messages that a file holds: between its magic, filled up to eight bytes, and its foot, whose
 * length stands before the magic at the end.
 */
function streamIn(bytes: Uint8Array): Uint8Array {
	const end = bytes.length - MAGIC.length - 4;
	if (end < 8 || letters(bytes.subarray(-MAGIC.length)) !== MAGIC)
		refuse('arrow_cut', bytes.length);
	const foot = new DataView(bytes.buffer, bytes.byteOffset).getInt32(end, true);
	if (foot <= 0 || foot > end - 8) refuse('arrow_cut', bytes.length);
	return bytes.subarray(8, end - foot);
}

function cellOf(value: unknown, days: boolean): RawCell {
	return days && typeof value === 'number' ? fromValue(new Date(value)) : fromValue(value);
}

function read(bytes: Uint8Array): Table {
	try {
		return tableFromIPC(RecordBatchReader.from(bytes));
	} catch (cause) {
		return refuse('arrow_damaged', '', '', cause);
	}
}

/** Length of each batch's body against what its columns need; a stream that is cut ends early. */
function checkBodies(bytes: Uint8Array): void {
	const reader = new MessageReader(bytes);
	try {
		for (const message of reader) {
			const length = Number(message.bodyLength);
			if (length === 0) continue;
			const body = reader.readMessageBody(length);
			if (body.byteLength < length) refuse('arrow_cut', bytes.length);
			if (message.isRecordBatch() && packed(message.header(), body)) refuse('arrow_packing');
		}
	} catch (cause) {
		if (cause instanceof Error && cause.name === 'FileFaultError') throw cause;
		const cut = cause instanceof Error && /only read/.test(cause.message);
		refuse(cut ? 'arrow_cut' : 'arrow_damaged', bytes.length, '', cause);
	}
}

const LZ4_FRAME = 0x184d2204;
const ZSTD_FRAME = 0xfd2fb528;

/** A packed buffer begins with its unpacked length in eight bytes, then the packing's own mark. */
function packed(
	{ buffers }: { buffers: readonly { offset: number; length: number }[] },
	body: Uint8Array
): boolean {
	const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
	return buffers.some(({ offset, length }) => {
		if (length < 12 || offset + 12 > body.byteLength) return false;
		const mark = view.getUint32(offset + 8, true);
		return mark === LZ4_FRAME || mark === ZSTD_FRAME;
	});
}
