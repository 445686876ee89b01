import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { TableContract } from '../../contract/column';
import type { Fault } from './fault';

/** A row as its file has it, and where it stands there. */
export interface SourceRow {
	file: string;
	row: number;
	cells: Record<string, string>;
}

export interface InputFolders {
	reference: string;
	published: string;
}

/** The files that a table is read from, in a fixed order. */
export function filesOf(table: TableContract, folders: InputFolders): string[] {
	const { from } = table;
	if (from.folder === 'reference') return [path.join(folders.reference, from.file)];
	if ('file' in from) {
		const file = path.join(folders.published, from.file);
		return existsSync(file) ? [file] : [];
	}
	if (!existsSync(folders.published)) return [];
	return readdirSync(folders.published)
		.filter((name) => name.endsWith('.csv') && !from.but.includes(name))
		.sort()
		.map((name) => path.join(folders.published, name));
}

/** Reads all rows of a table; what is wrong with the shape of its files is added to `faults`. */
export function readRows(
	table: TableContract,
	folders: InputFolders,
	faults: Fault[]
): SourceRow[] {
	const files = filesOf(table, folders);
	if (files.length === 0 && 'but' in table.from) {
		faults.push(shape(folders.published, 'no CSV file of figures is here'));
	}
	return files.flatMap((file) => readFile(table, file, faults));
}

function readFile(table: TableContract, file: string, faults: Fault[]): SourceRow[] {
	const name = path.relative(process.cwd(), file);
	if (!existsSync(file)) {
		faults.push(shape(name, 'the file is missing'));
		return [];
	}
	const parsed = Papa.parse<string[]>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), {
		delimiter: ',',
		skipEmptyLines: true
	});
	for (const error of parsed.errors) {
		faults.push({ file: name, row: (error.row ?? 0) + 1, column: '', message: error.message });
	}
	const [header = [], ...records] = parsed.data;
	const missing = table.columns.filter((column) => !header.includes(column.name));
	for (const { name: column } of missing) {
		faults.push({ file: name, row: 1, column, message: 'the column is missing' });
	}
	if (missing.length > 0) return [];
	return records.map((record, index) => {
		const row = index + 2;
		if (record.length !== header.length) {
			const message = `${record.length} cells under ${header.length} column names`;
			faults.push({ file: name, row, column: '', message });
		}
		const cells = Object.fromEntries(header.map((key, at) => [key, (record[at] ?? '').trim()]));
		return { file: name, row, cells };
	});
}

function shape(file: string, message: string): Fault {
	return { file, row: 0, column: '', message };
}
