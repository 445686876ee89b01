import { readCsv } from './csv';
import { decode, sniff } from './decode';
import { type Grid, isBlankRow } from './grid';
import { readHtml } from './html';
import { fail } from './problem';
import { readXlsx } from './xlsx';

export interface NamedGrid {
	/** Name of the sheet; empty where the file is one table. */
	name: string;
	grid: Grid;
}

/**
 * The tables of a file, whatever its kind.
 * @param sheet name of the one sheet that is wanted
 * @throws ReadError where the bytes hold no table
 */
export async function gridsOf(bytes: Uint8Array, sheet: string | undefined): Promise<NamedGrid[]> {
	const kind = sniff(bytes);
	if (kind === 'xlsx') {
		const sheets = await readXlsx(bytes);
		const filled = sheets.filter(({ rows }) => rows.some((row) => !isBlankRow(row)));
		if (filled.length === 0) fail('file_empty');
		const wanted = filled.filter(({ name }) => sheet === undefined || name === sheet);
		if (wanted.length === 0)
			fail('sheet_unknown', sheet, sheets.map(({ name }) => name).join(', '));
		return wanted.map((grid) => ({ name: grid.name, grid }));
	}
	const text = decode(bytes);
	if (text.trim() === '') fail('file_empty');
	return [{ name: '', grid: kind === 'html' ? readHtml(text) : readCsv(text) }];
}
