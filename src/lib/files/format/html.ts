import { readHtml } from '$lib/read/html';
import { ReadError } from '$lib/read/problem';
import { FileFaultError, refuse } from '../fault';
import { LIMITS } from '../limits';
import { type RawTable, rawTable } from '../raw';

const SPAN = /\b(colspan|rowspan)\s*=\s*["']?\s*(\d+)/gi;

/** Cells that merged ones spread to: each is at most 200 wide and 200 high. */
function spreadCells(text: string): number {
	let cells = 0;
	for (const [tag] of text.matchAll(/<t[dh]\b[^>]*>/gi)) {
		let size = 1;
		for (const [, , stated = '1'] of tag.matchAll(SPAN))
			size *= Math.min(200, Math.max(1, Number(stated)));
		cells += size;
	}
	return cells;
}

/**
 * The largest table of an HTML page, as offices save it under `.xls`.
 * @throws FileFaultError
 */
export function htmlTables(text: string): RawTable[] {
	const cells = spreadCells(text);
	if (cells > LIMITS.cells) refuse('too_many_cells', cells, LIMITS.cells);
	try {
		const { rows, context } = readHtml(text);
		const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
		if (width > LIMITS.columns) refuse('too_many_columns', width, LIMITS.columns);
		return [
			rawTable(
				rows.map((row) => row.map((cell) => (cell instanceof Date ? cell : String(cell)))),
				{ context }
			)
		];
	} catch (cause) {
		if (cause instanceof FileFaultError) throw cause;
		if (cause instanceof ReadError) return refuse('no_table');
		return refuse('html_damaged', '', '', cause);
	}
}
