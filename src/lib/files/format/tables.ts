import { delimiterOf } from '$lib/read/csv';
import { refuse } from '../fault';
import { LIMITS } from '../limits';
import { type RawTable, checkLetters, rawTable } from '../raw';
import { arrowTables } from './arrow';
import { csvRows } from './csv';
import { htmlTables } from './html';
import { jsonTables } from './json';
import { type FileKind, kindOf } from './kind';
import { lettersOf } from './letters';
import { parquetTables } from './parquet';
import { xlsxTables } from './xlsx';

export interface FileTables {
	kind: FileKind;
	/** Those that hold anything: one, or the sheets of a workbook. */
	tables: RawTable[];
}

/** The first letters by which a delimiter is decided. */
const SAMPLE = 200_000;

/**
 * The tables of a file, whatever its format.
 * @param program what decodes Parquet and Arrow, where the file is one of them
 * @throws FileFaultError
 */
export async function tablesOf(
	bytes: Uint8Array,
	program: WebAssembly.Module | null
): Promise<FileTables> {
	if (bytes.length > LIMITS.bytes) refuse('too_large', bytes.length, LIMITS.bytes);
	const kind = kindOf(bytes);
	const found = await readKind(kind, bytes, program);
	const tables = found.filter(({ rows }) =>
		rows.some((row) => row.some((cell) => cell !== null && cell !== ''))
	);
	if (tables.length === 0) refuse('empty');
	for (const { rows } of tables) checkLetters(rows);
	return { kind, tables };
}

async function readKind(
	kind: FileKind,
	bytes: Uint8Array,
	program: WebAssembly.Module | null
): Promise<RawTable[]> {
	switch (kind) {
		case 'xlsx':
			return xlsxTables(bytes);
		case 'parquet':
			return parquetTables(bytes, program);
		case 'arrow':
			return arrowTables(bytes, program);
		case 'json':
			return jsonTables(lettersOf(bytes));
		case 'html':
			return htmlTables(lettersOf(bytes));
		case 'text':
			return [textTable(lettersOf(bytes))];
	}
}

/** A text table; Excel's `sep=;` in its first line says what divides it, and is none of its rows. */
export function textTable(text: string): RawTable {
	if (text.trim() === '') return refuse('empty');
	const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
	const { rows, lines } = csvRows(text, stated ?? delimiterOf(text.slice(0, SAMPLE)));
	return stated ? rawTable(rows.slice(1), { lines: lines.slice(1) }) : rawTable(rows, { lines });
}
