import type { OwnReading } from './read';
import { tableColumns, regionCodeColumn } from './region-code';
import type { OwnValue } from './values';

/** What DuckDB reads of a reading. */
type Written = Pick<OwnReading, 'columns' | 'values' | 'lines' | 'join'>;

/** Text is always in quotation marks, so that an empty one and a missing one stay apart. */
function written(value: OwnValue | undefined): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value);
}

/**
 * A reading as CSV in UTF-8, in its own names and types: how it comes into DuckDB. Where its places
 * were matched, their codes stand in a last column.
 */
export function writtenCsv(reading: Written): Uint8Array {
	const { values, lines, join } = reading;
	const cells: readonly (readonly OwnValue[])[] =
		regionCodeColumn(reading) === null ? values : [...values, join?.regions ?? []];
	const rows = [
		tableColumns(reading)
			.map(({ name }) => written(name))
			.join(',')
	];
	lines.forEach((_, row) => rows.push(cells.map((column) => written(column[row])).join(',')));
	return new TextEncoder().encode(`${rows.join('\n')}\n`);
}
