import { FileFaultError, refuse } from '../fault';

/**
 * Messages of an Arrow stream, as far as their packing must be known: a table of FlatBuffers in which
 * a few fields are looked up by their place.
 * @see https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc
 * @see https://github.com/apache/arrow/blob/main/format/Message.fbs
 */
export interface ArrowMessage {
	/** The FlatBuffer. */
	head: Uint8Array<ArrayBuffer>;
	/** Whether it says what columns there are. */
	schema: boolean;
	body: Uint8Array;
	/** Of a batch whose buffers are packed. */
	packed: PackedBatch | null;
}

/** Places in the head of a packed batch, in bytes. */
export interface PackedBatch {
	codec: 'lz4' | 'zstd';
	/** The batch's own table, whose packing can be taken away. */
	table: number;
	/** Where offset and length of each buffer stand. */
	buffers: number[];
	/** Where the length of the whole body stands. */
	bodyLength: number;
}

const CONTINUED = -1;
const HEADERS = { schema: 1, dictionary: 2, batch: 3 };
/** Fields of the tables, by their place in the published schema. */
const MESSAGE = { type: 1, header: 2, bodyLength: 3 };
const DICTIONARY = { data: 1 };
const BATCH = { buffers: 2, compression: 3 };
const FOOT = { schema: 1 };
const COMPRESSION = { codec: 0 };

/**
 * @param bytes a stream: messages one after another
 * @throws FileFaultError where a message ends too soon or says what cannot be
 */
export function arrowMessages(bytes: Uint8Array): ArrowMessage[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const messages: ArrowMessage[] = [];
	let at = 0;
	while (at + 4 <= bytes.length) {
		let length = view.getInt32(at, true);
		at += 4;
		if (length === CONTINUED) {
			if (at + 4 > bytes.length) refuse('arrow_cut', bytes.length);
			length = view.getInt32(at, true);
			at += 4;
		}
		if (length === 0) return messages;
		if (length < 0 || at + length > bytes.length) refuse('arrow_cut', bytes.length);
		const head = bytes.slice(at, at + length);
		at += length;
		const { bodyLength, ...said } = headOf(head);
		if (at + bodyLength > bytes.length) refuse('arrow_cut', bytes.length);
		messages.push({ head, body: bytes.subarray(at, at + bodyLength), ...said });
		at += bodyLength;
	}
	return messages;
}

function headOf(
	head: Uint8Array<ArrayBuffer>
): Pick<ArrowMessage, 'schema' | 'packed'> & { bodyLength: number } {
	try {
		const view = new DataView(head.buffer);
		const message = view.getUint32(0, true);
		const bodyLength = fieldOf(view, message, MESSAGE.bodyLength);
		const length = bodyLength === null ? 0 : Number(view.getBigInt64(bodyLength, true));
		if (length < 0) throw new RangeError('a body of less than nothing');
		const type = fieldOf(view, message, MESSAGE.type);
		const schema = type !== null && view.getUint8(type) === HEADERS.schema;
		const table = batchOf(view, message);
		const packing = table === null ? null : fieldOf(view, table, BATCH.compression);
		if (table === null || packing === null || bodyLength === null)
			return { bodyLength: length, schema, packed: null };
		const codec = fieldOf(view, pointedAt(view, packing), COMPRESSION.codec);
		return {
			bodyLength: length,
			schema,
			packed: {
				codec: codec !== null && view.getInt8(codec) === 1 ? 'zstd' : 'lz4',
				table,
				buffers: buffersOf(view, table),
				bodyLength
			}
		};
	} catch (cause) {
		if (cause instanceof FileFaultError) throw cause;
		return refuse('arrow_damaged', '', '', cause);
	}
}

function batchOf(view: DataView, message: number): number | null {
	const type = fieldOf(view, message, MESSAGE.type);
	const header = fieldOf(view, message, MESSAGE.header);
	if (type === null || header === null) return null;
	const table = pointedAt(view, header);
	if (view.getUint8(type) === HEADERS.batch) return table;
	if (view.getUint8(type) !== HEADERS.dictionary) return null;
	const data = fieldOf(view, table, DICTIONARY.data);
	return data === null ? null : pointedAt(view, data);
}

function buffersOf(view: DataView, table: number): number[] {
	const field = fieldOf(view, table, BATCH.buffers);
	if (field === null) return [];
	const list = pointedAt(view, field);
	const count = view.getUint32(list, true);
	if (list + 4 + count * 16 > view.byteLength) throw new RangeError('buffers beyond the message');
	return Array.from({ length: count }, (_, at) => list + 4 + at * 16);
}

/** Where a field of a table stands; null where the table has none. */
function fieldOf(view: DataView, table: number, field: number): number | null {
	const fields = table - view.getInt32(table, true);
	const slot = 4 + field * 2;
	if (slot >= view.getUint16(fields, true)) return null;
	const offset = view.getUint16(fields + slot, true);
	return offset === 0 ? null : table + offset;
}

function pointedAt(view: DataView, field: number): number {
	return field + view.getUint32(field, true);
}

/** The head of a batch that is no longer packed: the list of its table's fields, without the packing. */
export function withoutPacking(head: Uint8Array, { table }: PackedBatch): Uint8Array<ArrayBuffer> {
	const before = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const fields = table - before.getInt32(table, true);
	const length = before.getUint16(fields, true);
	// At the end and for this table alone: other tables may share the list that it had.
	const at = head.length;
	const whole = new Uint8Array(Math.ceil((at + length) / 8) * 8);
	whole.set(head);
	whole.copyWithin(at, fields, fields + length);
	const view = new DataView(whole.buffer);
	view.setUint16(at + 4 + BATCH.compression * 2, 0, true);
	view.setInt32(table, table - at, true);
	return whole;
}

/**
 * The message of what columns there are, from the foot of a file: some writers (Arrow's own in
 * JavaScript) leave it out of the messages. A message that points into the foot, which stands behind it.
 * @throws FileFaultError
 */
export function schemaMessage(foot: Uint8Array): ArrowMessage {
	const head = new Uint8Array(Math.ceil((FOOT_AT + foot.length) / 8) * 8);
	head.set(foot, FOOT_AT);
	const view = new DataView(head.buffer);
	try {
		const table = FOOT_AT + view.getUint32(FOOT_AT, true);
		const field = fieldOf(view, table, FOOT.schema);
		if (field === null) return refuse('arrow_damaged');
		view.setUint32(0, MESSAGE_AT, true);
		// The list of its fields: lengths of the list and of the table, places of version, type and header.
		[10, 12, 8, 10, 4].forEach((value, at) => view.setUint16(4 + at * 2, value, true));
		view.setInt32(MESSAGE_AT, MESSAGE_AT - 4, true);
		view.setUint32(MESSAGE_AT + 4, pointedAt(view, field) - (MESSAGE_AT + 4), true);
		view.setInt16(MESSAGE_AT + 8, VERSION_5, true);
		view.setUint8(MESSAGE_AT + 10, HEADERS.schema);
	} catch (cause) {
		if (cause instanceof FileFaultError) throw cause;
		return refuse('arrow_damaged', '', '', cause);
	}
	return { head, body: new Uint8Array(), schema: true, packed: null };
}

const MESSAGE_AT = 16;
const FOOT_AT = 32;
const VERSION_5 = 4;
