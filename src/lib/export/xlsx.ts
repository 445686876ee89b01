import writeExcel, { type Cell } from 'write-excel-file/universal';
import { harmlessText } from '$lib/model/csv-text';
import { type ExportTable, type ExportValue, textOf, writtenType } from './table';

/** Excel takes no more in one sheet. */
const MOST_ROWS = 1_048_576;
/** And no more characters in one cell. */
const LONGEST = 32_767;
const WIDEST = 48;

/** Names of the two sheets and of what leads the notes, in the reader's language. */
export interface SheetWords {
	data: string;
	about: string;
	title: string;
}

/**
 * A table as a workbook: a sheet of rows, and one that says what they are.
 * @throws RangeError where there are more rows than a sheet can hold
 */
export function tableXlsx(table: ExportTable, words: SheetWords): Promise<Blob> {
	if (table.rows.length >= MOST_ROWS)
		throw new RangeError(`${table.rows.length} rows do not fit into a sheet`);
	const types = table.columns.map((_, column) => writtenType(table, column));
	const head = table.columns.map(({ label }): Cell => bold(label));
	const body = table.rows.map((row) =>
		types.map((type, column): Cell => cellOf(row[column] ?? null, type))
	);
	const said = [{ name: words.title, value: table.title }, ...table.notes];
	return writeExcel([
		{
			data: [head, ...body],
			sheet: words.data,
			stickyRowsCount: 1,
			columns: table.columns.map((_, column) => ({ width: widthOf(table, column) }))
		},
		{
			data: [
				...said.map(({ name, value }): Cell[] => [
					bold(name),
					{ value: safe(value), type: String, wrap: true }
				]),
				[],
				...table.columns
					.filter(({ name, label }) => name !== label)
					.map(({ name, label }): Cell[] => [bold(label), { value: safe(name), type: String }])
			],
			sheet: words.about,
			columns: [{ width: 28 }, { width: 90 }]
		}
	]).toBlob();
}

function bold(text: string): Cell {
	return { value: safe(text), type: String, fontWeight: 'bold' };
}

function cellOf(value: ExportValue, type: 'number' | 'text' | 'date' | 'boolean'): Cell {
	if (value === null) return null;
	if (type === 'text') return { value: safe(textOf(value) ?? ''), type: String };
	if (type === 'date') return { value: new Date(String(value)), type: Date, format: 'yyyy-mm-dd' };
	if (typeof value === 'number')
		return Number.isFinite(value)
			? { value, type: Number }
			: { value: String(value), type: String };
	return { value, type: Boolean };
}

/** Without what XML cannot hold, which would leave a workbook that no program opens. */
function safe(text: string): string {
	const legal = harmlessText(text).replace(
		/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
		'\uFFFD'
	);
	return legal.length > LONGEST ? legal.slice(0, LONGEST) : legal;
}

function widthOf({ columns, rows }: ExportTable, column: number): number {
	const longest = rows
		.slice(0, 200)
		.reduce(
			(most, row) => Math.max(most, String(row[column] ?? '').length),
			columns[column]?.label.length ?? 0
		);
	return Math.min(WIDEST, longest + 2);
}
