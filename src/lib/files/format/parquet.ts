import { type AsyncBuffer, parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { FileFaultError, refuse } from '../fault';
import { LIMITS, checkShape } from '../limits';
import { type RawCell, type RawTable, fromValue, rawTable } from '../raw';
import { unpackers } from './unpacking';

const MAGIC = 'PAR1';

/**
 * The table of a Parquet file. Its foot is read first: how many rows and columns it has, how they are
 * packed, and what they unpack to.
 * @throws FileFaultError
 */
export async function parquetTables(bytes: Uint8Array): Promise<RawTable[]> {
	const metadata = footOf(bytes);
	const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
	const length = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
	checkShape(Math.max(length, Number(metadata.num_rows)), columns.length);
	const chunks = metadata.row_groups.flatMap((group) => group.columns);
	const unpacked = chunks.reduce(
		(sum, { meta_data: chunk }) => sum + Number(chunk?.total_uncompressed_size ?? 0),
		0
	);
	if (unpacked > LIMITS.unpacked) refuse('unpacks_too_large', unpacked, LIMITS.unpacked);
	const packings = new Set<string>(chunks.flatMap(({ meta_data: chunk }) => chunk?.codec ?? []));
	const compressors = await unpackers(packings, LIMITS.unpacked);
	const file = inMemory(bytes);
	const read = { file, metadata, compressors };
	const rows: RawCell[][] = [];
	for (const { num_rows: length } of metadata.row_groups) {
		const rowStart = rows.length;
		const rowEnd = rowStart + Number(length);
		for (let row = rowStart; row < rowEnd; row += 1) rows.push([]);
		// One at a time: where several are read at once, only the first that fails is heard of.
		for (const name of columns) {
			const values = await parquetReadObjects({ ...read, columns: [name], rowStart, rowEnd }).catch(
				damaged
			);
			if (values.length !== rowEnd - rowStart) refuse('parquet_damaged');
			values.forEach((value, at) => rows[rowStart + at]?.push(fromValue(value[name])));
		}
	}
	return [rawTable([columns, ...rows], { typed: true })];
}

function damaged(cause: unknown): never {
	if (cause instanceof FileFaultError) throw cause;
	return refuse('parquet_damaged', '', '', cause);
}

function footOf(bytes: Uint8Array) {
	const foot = new TextDecoder('latin1').decode(bytes.subarray(-4));
	if (bytes.length < 12 || foot !== MAGIC) return refuse('parquet_cut', bytes.length);
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true);
	if (length > bytes.length - 12) return refuse('parquet_cut', bytes.length);
	try {
		return parquetMetadata(bytes.slice().buffer);
	} catch (cause) {
		return refuse('parquet_damaged', '', '', cause);
	}
}

function inMemory(bytes: Uint8Array): AsyncBuffer {
	return {
		byteLength: bytes.length,
		slice: (from, to) => Promise.resolve(bytes.slice(from, to).buffer)
	};
}
