import { zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { refuse } from '../fault';
import { LIMITS, checkShape } from '../limits';
import { type RawTable, fromValue, rawTable } from '../raw';
import { type ZipEntry, unpack, zipEntries } from './zip';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const PARTS =
	/^(\[Content_Types\]\.xml|_rels\/.*\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * Every sheet of a workbook. What it unpacks to is known from the ZIP's directory before anything is
 * unpacked, and held to it; what its sheets span is counted before they are read, since one cell in
 * the last corner makes a table of seventeen thousand million.
 * @throws FileFaultError
 */
export async function xlsxTables(bytes: Uint8Array): Promise<RawTable[]> {
	const entries = zipEntries(bytes);
	if (!entries.some(({ name }) => name === 'xl/workbook.xml')) refuse('zip_other');
	const wanted = entries.filter(({ name }) => PARTS.test(name));
	if (wanted.some(({ locked }) => locked)) refuse('encrypted');
	const total = wanted.reduce((sum, { unpacked }) => sum + unpacked, 0);
	if (total > LIMITS.unpacked) refuse('unpacks_too_large', total, LIMITS.unpacked);
	const parts = Object.fromEntries(wanted.map((entry) => [entry.name, part(bytes, entry)]));
	const unanswered = new Map<string, RawTable['unanswered']>();
	for (const [name, content] of Object.entries(parts))
		if (SHEET.test(name)) unanswered.set(name, checkSheet(content));
	const plain = zipSync(parts, { level: 0 });
	const sheets = await readWorkbook(plain.slice().buffer).catch((cause: unknown) =>
		refuse('workbook_damaged', '', '', cause)
	);
	const formulas = [...unanswered.values()];
	return sheets.map(({ sheet, data }, index) =>
		rawTable(
			data.map((row) => row.map(fromValue)),
			{
				name: sheet,
				context: [sheet],
				// Which part holds which sheet is a matter of relations; told only where there is one.
				unanswered: sheets.length === 1 && index === 0 ? (formulas[0] ?? []) : []
			}
		)
	);
}

function part(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
	const content = unpack(bytes, entry);
	const head = new TextDecoder('latin1').decode(content.subarray(0, 4096));
	// No workbook declares letters of its own; those that do make a thousand of each.
	if (/<!(DOCTYPE|ENTITY)/i.test(head)) refuse('xml_entities', entry.name);
	return content;
}

const CELL = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g;
const DIMENSION = /<(?:\w+:)?dimension\b[^>]*?\bref="(?:[A-Z]{1,3}\d{1,7}:)?([A-Z]{1,3})(\d{1,7})"/;
const FORMULA =
	/<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;

/** The last column and row of a sheet, and its formulas without a result. */
function checkSheet(content: Uint8Array): RawTable['unanswered'] {
	const text = new TextDecoder().decode(content);
	let columns = 0;
	let rows = 0;
	const stated = DIMENSION.exec(text);
	if (stated) {
		columns = columnNumber(stated[1] ?? '');
		rows = Number(stated[2]);
	}
	for (const [, letters = '', row = ''] of text.matchAll(CELL)) {
		columns = Math.max(columns, columnNumber(letters));
		rows = Math.max(rows, Number(row));
	}
	checkShape(rows, columns);
	return [...text.matchAll(FORMULA)].slice(0, 1000).map(([, letters = '', row = '']) => ({
		line: Number(row),
		column: columnNumber(letters) - 1
	}));
}

/** `A` is 1, `XFD` 16384. */
function columnNumber(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
