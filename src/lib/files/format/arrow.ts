import { FileFaultError, refuse } from '../fault';
import { checkShape } from '../limits';
import { type RawTable, rawTable } from '../raw';
import { arrowRows, arrowTable } from './arrow-cells';
import { type ArrowMessage, arrowMessages, schemaMessage } from './arrow-messages';
import { unpackedStream } from './arrow-packing';
import { startArrow } from './arrow-start';

/**
 * The table of an Arrow stream or file, also of one whose buffers are packed (LZ4, ZSTD).
 * @param module the program that checks it; null where it could not be loaded
 * @throws FileFaultError
 */
export async function arrowTables(
	bytes: Uint8Array,
	module: WebAssembly.Module | null
): Promise<RawTable[]> {
	const messages = isFile(bytes) ? messagesOfFile(bytes) : arrowMessages(bytes);
	const stream = await unpackedStream(messages);
	const { Table } = await startArrow(module);
	try {
		const table = arrowTable(Table.fromIPCStream(stream).intoIPCStream());
		checkShape(table.numRows, table.numCols);
		const names = table.schema.fields.map(({ name }) => name);
		return [rawTable([names, ...arrowRows(table)], { typed: true })];
	} catch (cause) {
		if (cause instanceof FileFaultError) throw cause;
		return refuse('arrow_damaged', '', '', cause);
	}
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
function messagesOfFile(bytes: Uint8Array): ArrowMessage[] {
	const end = bytes.length - MAGIC.length - 4;
	if (end < 8 || letters(bytes.subarray(-MAGIC.length)) !== MAGIC)
		refuse('arrow_cut', bytes.length);
	const foot = new DataView(bytes.buffer, bytes.byteOffset).getInt32(end, true);
	if (foot <= 0 || foot > end - 8) refuse('arrow_cut', bytes.length);
	const messages = arrowMessages(bytes.subarray(8, end - foot));
	if (messages[0]?.schema) return messages;
	return [schemaMessage(bytes.subarray(end - foot, end)), ...messages];
}
