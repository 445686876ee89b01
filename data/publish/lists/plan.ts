import { readFile } from 'node:fs/promises';
import {
	ListError,
	type ListColumns,
	type ListMap,
	type ListRole,
	decideColumns,
	namedInVain
} from '$lib/lists';
import type { CodeSystem } from '$lib/read/region';
import { stopIfAborted } from '$lib/engine/errors';
import type { ListKind } from '$lib/model';
import { ReadError } from '$lib/read';
import { decode } from '$lib/read/decode';
import { type Cell, cellText } from '$lib/read/grid';
import { readXlsx } from '$lib/read/xlsx';
import { findHeader, findTextHeader } from './find-header';
import { type NamedFile, type OpenedFile, openList, stopForFile } from './open';
import { type ParquetColumn, parquetColumns, parquetSource } from './source/parquet';
import { sheetSource } from './source/sheet';
import type { ListSource, RoleColumns } from './source/source';
import { textSource } from './source/text';
import type { Statements } from './statements';

/** One table of a list whose columns are decided, ready to be read. */
export interface PlannedTable {
	list: ListKind;
	/** File without folders, and the sheet where there are several. */
	name: string;
	/** Size of the file in bytes; of a sheet, its part by rows. */
	bytes: number;
	headers: readonly string[];
	columns: ListColumns;
	open: () => Promise<ListSource>;
}

export interface PlanOptions {
	map: ListMap;
	codes: CodeSystem | undefined;
}

/** Finds the header and columns of every file before any is read, so that questions come at once. */
export async function planTables(
	statements: Statements,
	files: readonly NamedFile[],
	options: PlanOptions
): Promise<PlannedTable[]> {
	const tables: PlannedTable[] = [];
	for (const named of files) {
		const opened = await openList(named);
		if (opened.kind === 'xlsx') tables.push(...(await planWorkbook(statements, opened, options)));
		else if (opened.kind === 'parquet') tables.push(await planParquet(statements, opened, options));
		else tables.push(planText(statements, opened, options));
	}
	for (const list of new Set(files.map((file) => file.list))) {
		const headers = tables.filter((table) => table.list === list).map((table) => table.headers);
		const vain = namedInVain(options.map, list, headers);
		if (vain.length > 0) throw new ListError({ kind: 'map_column_unknown', list, headers: vain });
	}
	return tables;
}

function columnsOf(
	headers: readonly string[],
	list: ListKind,
	file: string,
	{ map, codes }: PlanOptions
): { columns: ListColumns; roles: RoleColumns } {
	const result = decideColumns(headers, list, map, codes);
	if (!result.ok && result.why === 'ambiguous')
		throw new ListError({ kind: 'column_ambiguous', list, file, ...withoutWhy(result) });
	if (!result.ok)
		throw new ListError({ kind: 'column_missing', list, file, roles: result.roles, headers });
	const columns = Object.entries(result.found.columns);
	const roles = new Map(columns.map(([role, column]) => [role as ListRole, column.at]));
	return { columns: result.found, roles };
}

function withoutWhy<Result extends { role: ListRole; candidates: ListColumns['unread'] }>({
	role,
	candidates
}: Result) {
	return { role, candidates };
}

function planText(statements: Statements, opened: OpenedFile, options: PlanOptions): PlannedTable {
	const { list, file, name, bytes, head } = opened;
	const whole = head.length === bytes;
	const wide = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : 'utf-16be';
	const letters = (head[0] === 0xfe && head[1] === 0xff) || wide === 'utf-16le' ? wide : 'ascii';
	const sample = sampleOf(opened, whole);
	if (sample.trim() === '') stopForFile(opened, { rule: 'file_empty', found: '', expected: '' });
	const found = findTextHeader(sample, whole, list, options.map);
	if (!found) throw new ListError({ kind: 'header_missing', list, file: name });
	const { columns, roles } = columnsOf(found.headers, list, name, options);
	const table = {
		...({ list, file, name, letters, roles } as const),
		...{ delimiter: found.delimiter, header: found.at, width: found.headers.length }
	};
	const open = () => textSource(statements, table);
	return { list, name, bytes, headers: found.headers, columns, open };
}

/** A NUL byte in a cell is that row's trouble, and no sign that the file is no text. */
function sampleOf(opened: OpenedFile, whole: boolean): string {
	try {
		const wide = opened.head[0] === 0xff || opened.head[0] === 0xfe;
		const head = wide ? opened.head : opened.head.map((byte) => (byte === 0 ? 32 : byte));
		return decode(head, !whole).replace(/^\ufeff/, '');
	} catch (error) {
		if (error instanceof ReadError) return stopForFile(opened, error.problem);
		throw error;
	}
}

async function planParquet(
	statements: Statements,
	{ list, file, name, bytes }: OpenedFile,
	options: PlanOptions
): Promise<PlannedTable> {
	let found: ParquetColumn[];
	try {
		found = await parquetColumns(statements, file);
	} catch {
		stopIfAborted(statements.signal);
		throw new ListError({ kind: 'file_damaged', list, file: name });
	}
	const headers = found.map((column) => column.name);
	const { columns, roles } = columnsOf(headers, list, name, options);
	async function open() {
		try {
			return await parquetSource(statements, { file, columns: found, roles });
		} catch {
			stopIfAborted(statements.signal);
			throw new ListError({ kind: 'file_damaged', list, file: name });
		}
	}
	return { list, name, bytes, headers, columns, open };
}

async function planWorkbook(
	statements: Statements,
	opened: OpenedFile,
	options: PlanOptions
): Promise<PlannedTable[]> {
	const { list, file, name, bytes } = opened;
	const sheets = await sheetsOf(opened);
	const wanted = options.map[list]?.sheet;
	const names = sheets.map((sheet) => sheet.name);
	if (wanted !== undefined && !names.includes(wanted))
		throw new ListError({ kind: 'sheet_unknown', list, file: name, sheet: wanted, sheets: names });
	const asked = sheets.filter((sheet) => wanted === undefined || sheet.name === wanted);
	const found = asked.flatMap((sheet) => {
		const texts = sheet.rows.slice(0, 60).map((row) => row.map((cell) => cellText(cell)));
		const header = findHeader(texts, list, options.map);
		return header ? [{ sheet, header }] : [];
	});
	// A sheet of notes or totals names a column or two by chance; the lists name about as many each.
	const most = Math.max(0, ...found.map(({ header }) => header.known));
	const lists = found.filter(({ header }) => header.known * 2 > most);
	if (lists.length === 0) throw new ListError({ kind: 'header_missing', list, file: name });
	const rows = lists.reduce((sum, { sheet }) => sum + sheet.rows.length, 0);
	return lists.map(({ sheet, header }) => {
		const label = lists.length > 1 ? `${name} [${sheet.name}]` : name;
		const { columns, roles } = columnsOf(header.headers, list, label, options);
		const part = Math.round((bytes * sheet.rows.length) / Math.max(1, rows));
		const table = { rows: sheet.rows, header: header.at, roles, bytes: part };
		return {
			...{ list, name: label, bytes: part, headers: header.headers, columns },
			open: () => Promise.resolve(sheetSource(statements, table))
		};
	});

	async function sheetsOf(
		workbook: OpenedFile
	): Promise<{ name: string; rows: readonly (readonly Cell[])[] }[]> {
		try {
			return await readXlsx(await readFile(file));
		} catch (error) {
			if (error instanceof ReadError) return stopForFile(workbook, error.problem);
			throw error;
		}
	}
}
