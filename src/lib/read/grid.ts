/** A cell as its file holds it: text, or a true number or date of a spreadsheet. */
export type Cell = string | number | Date;

/** A table of cells. Row `i` is line `i + 1` as the person sees it in the file. */
export interface Grid {
	rows: readonly (readonly Cell[])[];
	/** What stands around the table and not in it: sheet name, captions, headings. */
	context: readonly string[];
}

const SPACES = /[\s\u00a0\u2007\u202f\u200b\ufeff]+/g;

/** Trimmed, with every run of spaces (also the unbreakable ones) as one space. */
export function tidyText(text: string): string {
	return text.replace(SPACES, ' ').trim();
}

/** The cell as text. A number keeps all its digits, a date becomes an ISO date. */
export function cellText(cell: Cell | undefined): string {
	if (cell === undefined) return '';
	if (typeof cell === 'string') return tidyText(cell);
	if (typeof cell === 'number') return String(cell);
	return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
}

export function isBlankRow(row: readonly Cell[]): boolean {
	return row.every((cell) => cellText(cell) === '');
}

/** Texts of a row that are not blank, each once. */
export function distinctTexts(row: readonly Cell[]): string[] {
	return [...new Set(row.map(cellText).filter((text) => text !== ''))];
}

/** Lower case, with everything that is not a letter, a digit or % as one space: for vocabularies. */
export function plainWords(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}%]+/gu, ' ')
		.trim();
}
