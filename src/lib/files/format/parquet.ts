import type { ParquetFile, RowGroupMetaData } from 'parquet-wasm/esm';
import { FileFaultError, refuse } from '../fault';
import { LIMITS, checkShape } from '../limits';
import { type RawCell, type RawTable, letterCount, rawTable } from '../raw';
import { arrowRows, arrowTable } from './arrow-cells';
import { startArrow } from './arrow-start';

const MAGIC = 'PAR1';

/**
 * The table of a Parquet file. Its foot is read first: how many rows and columns it has, how they are
 * packed, and what they unpack to.
 * @param module the program that decodes; null where it could not be loaded
 * @throws FileFaultError
 */
export async function parquetTables(
	bytes: Uint8Array,
	module: WebAssembly.Module | null
): Promise<RawTable[]> {
	checkEnds(bytes);
	const program = await startArrow(module);
	const plain = withoutArrowSchema(bytes);
	try {
		const file = await program.ParquetFile.fromFile(new Blob([plain]));
		const groups = file.metadata().rowGroups();
		const names = namesOf(file);
		checkFoot(groups, names.length, (packing) => program.Compression[packing] ?? String(packing));
		const count = letterCount();
		const rows: RawCell[][] = [names];
		groups.forEach((group, at) => {
			const stream = program.readParquet(plain, { rowGroups: [at] }).intoIPCStream();
			const found = arrowRows(arrowTable(stream), count);
			if (found.length !== group.numRows()) refuse('parquet_damaged');
			for (const row of found) rows.push(row);
		});
		return [rawTable(rows, { typed: true })];
	} catch (cause) {
		if (cause instanceof FileFaultError) throw cause;
		return refuse('parquet_damaged', '', '', cause);
	}
}

function letters(bytes: Uint8Array): string {
	return new TextDecoder('latin1').decode(bytes);
}

function checkEnds(bytes: Uint8Array): void {
	if (bytes.length < 12 || letters(bytes.subarray(-4)) !== MAGIC)
		refuse('parquet_cut', bytes.length);
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true);
	if (length > bytes.length - 12) refuse('parquet_cut', bytes.length);
}

const ARROW_SCHEMA = 'ARROW:schema';

/**
 * The same file without the note of Arrow types that its writer had: some are written by Polars and
 * pandas that are read nowhere here, and the types of Parquet say the same of a table.
 */
function withoutArrowSchema(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const copy = bytes.slice();
	const length = new DataView(copy.buffer).getUint32(copy.length - 8, true);
	const foot = copy.length - 8 - length;
	const at = letters(copy.subarray(foot)).indexOf(ARROW_SCHEMA);
	// A note of another name, as long as the true one, so that nothing else moves.
	if (at >= 0) copy.set(new TextEncoder().encode('arrow'), foot + at);
	return copy;
}

function namesOf(file: ParquetFile): string[] {
	return arrowTable(file.schema().intoIPCStream()).schema.fields.map(({ name }) => name);
}

function checkFoot(
	groups: readonly RowGroupMetaData[],
	columns: number,
	nameOf: (packing: number) => string
): void {
	const chunks = groups.flatMap((group) => group.columns());
	checkShape(
		groups.reduce((sum, group) => sum + group.numRows(), 0),
		columns
	);
	const unpacked = chunks.reduce((sum, chunk) => sum + chunk.uncompressedSize(), 0);
	if (unpacked > LIMITS.unpacked) refuse('unpacks_too_large', unpacked, LIMITS.unpacked);
	const packing = chunks.map((chunk) => nameOf(chunk.compression())).find((name) => name === 'LZO');
	if (packing !== undefined) refuse('parquet_packing', packing);
}
