import { httpFiles } from '$lib/engine/http';
import { saveBlob, writeTable } from '$lib/export/write';
import { getLocale } from '$lib/i18n/locale';
import { readTable } from './read-table';

/** Columns of numbers in the file of a place, in either language. */
const NUMBERS = new Set(['nilai', 'value', 'batas_bawah', 'low', 'batas_atas', 'high']);

/**
 * Gives the reader a CSV file of the site as a workbook, with a sheet that says what it is.
 * @param name of the workbook, without its ending
 * @throws EngineError `offline`, `missing_file`
 */
export async function saveWorkbook(csv: string, name: string): Promise<void> {
	const table = readTable(await httpFiles().text(csv), name, NUMBERS);
	saveBlob(await writeTable(table, 'xlsx', getLocale()), `${name}.xlsx`);
}
