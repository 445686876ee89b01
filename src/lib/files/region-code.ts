import { type OwnColumn, SQL_TYPES } from './columns';
import { distinctNames } from './names';
import type { OwnReading } from './read';

const CALLED = 'kode_wilayah';

/** A table of the workbench as it is listed: names as they are asked, types as DuckDB calls them. */
export interface TableColumn {
	name: string;
	type: string;
}

/**
 * What the column of matched Kemendagri codes is called in the table of a file: a name that no column
 * of the file bears. Null where no place of the file was matched, and there is no such column.
 */
export function regionCodeColumn({
	columns,
	join
}: Pick<OwnReading, 'columns' | 'join'>): string | null {
	return join !== null && join.found > 0 ? freeCodeName(columns) : null;
}

/** The same for a file that has matched places. */
export function freeCodeName(columns: readonly OwnColumn[]): string {
	return distinctNames([...columns.map(({ name }) => name), CALLED]).at(-1) ?? CALLED;
}

/** All columns of the table `berkas.<name>` of a reading, in their order. */
export function tableColumns(reading: Pick<OwnReading, 'columns' | 'join'>): TableColumn[] {
	const own = reading.columns.map(({ name, type }) => ({ name, type: SQL_TYPES[type] }));
	const codes = regionCodeColumn(reading);
	return codes === null ? own : [...own, { name: codes, type: SQL_TYPES.text }];
}
