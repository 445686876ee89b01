import type { ExportColumn, ExportTable } from '$lib/export/table';
import { csvRows } from '$lib/files/format/csv';

/**
 * A CSV file of this site as a table again, so that it can be written as another kind of file without a
 * second copy on the host. What stands above its rows becomes its title and notes.
 * @param name of the file to be written, without its ending
 * @param numbers names of the columns that hold numbers: a code of a region looks like one and is none
 */
export function readTable(csv: string, name: string, numbers: ReadonlySet<string>): ExportTable {
	const lines = csv.replace(/^\uFEFF/, '').split('\r\n');
	const first = lines.findIndex((line) => !line.startsWith('# '));
	const [title = '', ...said] = lines.slice(0, first).map((line) => line.slice(2));
	const [heads = [], ...rows] = csvRows(lines.slice(first).join('\r\n'), ',').rows;
	const columns = heads.map((column, at): ExportColumn => {
		const days = rows.every((row) => /^(\d{4}-\d{2}-\d{2})?$/.test(row[at] ?? ''));
		const known = days && rows.some((row) => row[at]) ? 'date' : 'text';
		return { name: column, label: column, type: numbers.has(column) ? 'number' : known };
	});
	return {
		name,
		title,
		columns,
		rows: rows.map((row) =>
			columns.map(({ type }, index) => {
				const text = row[index] ?? '';
				if (text === '') return null;
				return type === 'number' ? Number(text) : text;
			})
		),
		notes: said.flatMap((line) => {
			const [, note = '', value = ''] = /^(.+?)(?:: | = )(.*)$/.exec(line) ?? [];
			return note === '' ? [] : [{ name: note, value }];
		}),
		demo: false
	};
}
