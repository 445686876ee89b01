import {
	type AsyncBuffer,
	type FileMetaData,
	parquetMetadata,
	parquetReadObjects,
	parquetSchema
} from 'hyparquet';
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
	const { metadata, columns, rows: said, unpacked, packings } = footOf(bytes);
	checkShape(said, columns.length);
	if (unpacked > LIMITS.unpacked) refuse('unpacks_too_large', unpacked, LIMITS.unpacked);
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
		return shapeOf(parquetMetadata(bytes.slice().buffer));
	} catch (cause) {
		return refuse('parquet_damaged', '', '', cause);
	}
}

/** What a foot says; a damaged one may say anything, and lack whatever it should hold. */
function shapeOf(metadata: FileMetaData) {
	const groups = metadata.row_groups;
	const chunks = groups.flatMap((group) => group.columns.map((column) => column.meta_data));
	const sum = (numbers: readonly (bigint | undefined)[]) =>
		numbers.reduce<number>((all, each) => all + Number(each ?? 0), 0);
	return {
		metadata,
		columns: parquetSchema(metadata).children.map(({ element }) => element.name),
		rows: Math.max(sum(groups.map((group) => group.num_rows)), Number(metadata.num_rows)),
		unpacked: sum(chunks.map((chunk) => chunk?.total_uncompressed_size)),
		packings: new Set<string>(chunks.flatMap((chunk) => chunk?.codec ?? []))
	};
}

function inMemory(bytes: Uint8Array): AsyncBuffer {
	return {
		byteLength: bytes.length,
		slice: (from, to) => Promise.resolve(bytes.slice(from, to).buffer)
	};
}
