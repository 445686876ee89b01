import { csvText } from '$lib/model/csv-text';
import type { ExportTable } from './table';

/**
 * A table as CSV (UTF-8 with a byte order mark, which Excel needs). What must be known of it stands
 * above the rows, in lines that begin with `#`, the meaning of each column among it: DuckDB takes them
 * as comments by `comment = '#'`.
 */
export function tableCsv({ title, notes, columns, rows }: ExportTable): string {
	const lines = [
		title,
		...notes.map(({ name, value }) => `${name}: ${value}`),
		...columns
			.filter(({ name, label }) => name !== label)
			.map(({ name, label }) => `${name} = ${label}`)
	];
	const names = columns.map(({ name }) => name);
	return `\uFEFF${lines.map(commentLine).join('')}${csvText([names, ...rows])}`;
}

/** One line, whatever is in it. Spreadsheets break it into cells, none of which may be a formula. */
function commentLine(text: string): string {
	const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('"', '”');
	return `# ${line.replace(/([,;|]\s*)(?=[=+\-@])/g, "$1'")}\r\n`;
}
