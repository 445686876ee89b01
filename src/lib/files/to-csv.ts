import type { OwnColumn } from './columns';
import type { OwnValue } from './values';

/** What DuckDB reads of a reading. */
interface Written {
	columns: readonly OwnColumn[];
	values: readonly (readonly OwnValue[])[];
	lines: readonly number[];
}

/** Text is always in quotation marks, so that an empty one and a missing one stay apart. */
function written(value: OwnValue | undefined): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);
}

/** A reading as CSV in UTF-8, in its own names and types: how it comes into DuckDB. */
export function writtenCsv({ columns, values, lines }: Written): Uint8Array {
	const rows = [columns.map(({ name }) => written(name)).join(',')];
	lines.forEach((_, row) => rows.push(values.map((column) => written(column[row])).join(',')));
	return new TextEncoder().encode(`${rows.join('\n')}\n`);
}
