import Papa from 'papaparse';
import type { Grid } from './grid';
import { distinctTexts } from './grid';
import { roleOfHeader } from './roles';

const DELIMITERS = ['\t', ';', ',', '|'] as const;
const SAMPLE = 200;

function records(text: string, delimiter: string, most = 0): string[][] {
	return Papa.parse<string[]>(text, { delimiter, preview: most, skipEmptyLines: false }).data;
}

/** How well a delimiter explains the text: wide rows of one width, and a header it makes readable. */
function score(rows: readonly string[][]): number {
	const filled = rows.filter((row) => distinctTexts(row).length > 0);
	const widths = new Map<number, number>();
	for (const row of filled) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
	let best = 0;
	for (const [width, times] of widths)
		if (width > 1) best = Math.max(best, (width * times) / filled.length);
	const header = filled.some(
		(row) =>
			distinctTexts(row).length > 1 &&
			row.some((cell) => ['region', 'year'].includes(roleOfHeader(cell).kind))
	);
	return header ? best + 1000 : best;
}

/** What divides the cells of a text, decided by the whole of its first rows. */
export function delimiterOf(text: string): string {
	return DELIMITERS.map((mark) => ({ mark, score: score(records(text, mark, SAMPLE)) })).reduce(
		(best, next) => (next.score > best.score ? next : best)
	).mark;
}

/** Text with delimiters into cells; the delimiter is decided by the whole of the first rows. */
export function readCsv(text: string): Grid {
	const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
	const rows = records(text, stated ?? delimiterOf(text));
	const last = rows.at(-1);
	// The line break at the end of a file closes its last row and does not open another.
	if (last && last.length === 1 && last[0] === '') rows.pop();
	if (stated) rows[0] = [];
	return { rows, context: [] };
}
