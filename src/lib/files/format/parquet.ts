import { gunzipSync } from 'fflate';
import { type AsyncBuffer, parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { refuse } from '../fault';
import { LIMITS, checkShape } from '../limits';
import { type RawTable, fromValue, rawTable } from '../raw';

const MAGIC = 'PAR1';
/** What is unpacked here: Snappy by hyparquet itself, gzip by fflate. */
const PACKINGS: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP']);

/**
 * The table of a Parquet file. Its foot is read first: how many rows and columns it has, how they are
 * packed, and what they unpack to.
 * @throws FileFaultError
 */
export async function parquetTables(bytes: Uint8Array): Promise<RawTable[]> {
	const metadata = footOf(bytes);
	const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
	checkShape(Number(metadata.num_rows), columns.length);
	const chunks = metadata.row_groups.flatMap((group) => group.columns);
	for (const { meta_data: chunk } of chunks)
		if (chunk && !PACKINGS.has(chunk.codec)) refuse('parquet_packing', chunk.codec);
	const unpacked = chunks.reduce(
		(sum, { meta_data: chunk }) => sum + Number(chunk?.total_uncompressed_size ?? 0),
		0
	);
	if (unpacked > LIMITS.unpacked) refuse('unpacks_too_large', unpacked, LIMITS.unpacked);
	const rows = await parquetReadObjects({
		file: inMemory(bytes),
		metadata,
		compressors: { GZIP: (packed) => gunzipSync(packed) }
	}).catch((cause: unknown) => refuse('parquet_damaged', '', '', cause));
	return [
		rawTable([columns, ...rows.map((row) => columns.map((name) => fromValue(row[name])))], {
			typed: true
		})
	];
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
