import { refuse } from './fault';

const MB = 1024 * 1024;

/**
 * What is read of one file. They are said on the page before anything is chosen; a small phone has
 * about 1 GB for a page, and a table takes some ten times the bytes of its file while it is read.
 */
export const LIMITS = {
	/** Bytes of a file that is read whole. */
	bytes: 32 * MB,
	/** Bytes and rows of a CSV or TSV: a larger one than `bytes` is read by DuckDB. */
	largeBytes: 256 * MB,
	largeRows: 10_000_000,
	/** Bytes to which a workbook may unpack. */
	unpacked: 160 * MB,
	/** Parts of a workbook's ZIP. */
	entries: 2000,
	rows: 1_000_000,
	columns: 1000,
	cells: 5_000_000,
	/** Characters of all cells together. */
	letters: 100_000_000,
	/** Characters of one cell; a longer one means a quotation mark that nothing closes. */
	cell: 1_000_000,
	/** Milliseconds until reading is given up. */
	patience: 60_000,
	/** The same where all of a large file is gone through. */
	largePatience: 180_000
} as const;

/** @throws FileFaultError where a table is wider, longer or larger than the limits */
export function checkShape(rows: number, columns: number): void {
	if (columns > LIMITS.columns) refuse('too_many_columns', columns, LIMITS.columns);
	if (rows > LIMITS.rows) refuse('too_many_rows', rows, LIMITS.rows);
	if (rows * columns > LIMITS.cells) refuse('too_many_cells', rows * columns, LIMITS.cells);
}
