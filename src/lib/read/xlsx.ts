import readWorkbook from 'read-excel-file/universal';
import type { Cell, Grid } from './grid';
import { fail } from './problem';

/** One sheet of a workbook. */
export interface SheetGrid extends Grid {
	name: string;
}

function toCell(value: unknown): Cell {
	if (typeof value === 'number' || typeof value === 'string' || value instanceof Date) return value;
	return value === null || value === undefined ? '' : String(value);
}

/** Names of a ZIP's entries stand in clear in it, so that a ZIP of photographs is told by name. */
function holdsWorkbook(bytes: Uint8Array): boolean {
	const text = new TextDecoder('latin1').decode(bytes);
	return text.includes('xl/workbook') || text.includes('[Content_Types].xml');
}

/**
 * Every sheet of the workbook, in its order.
 * @throws ReadError where the ZIP holds no workbook, or one that is cut short or damaged
 */
export async function readXlsx(bytes: Uint8Array): Promise<SheetGrid[]> {
	if (!holdsWorkbook(bytes)) fail('file_zip_other');
	try {
		const sheets = await readWorkbook(new Uint8Array(bytes).buffer);
		return sheets.map(({ sheet, data }) => ({
			name: sheet,
			rows: data.map((row) => row.map(toCell)),
			context: [sheet]
		}));
	} catch {
		return fail('file_damaged');
	}
}
