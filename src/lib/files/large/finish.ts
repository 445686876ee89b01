import { identifier, literal } from '$lib/engine/quote';
import type { OwnColumn, RegionColumns } from '../columns';
import { AFTER_CELL, AFTER_COLUMN, ODD, PLACE, tableOf } from './beside';

const nothing = (columns: readonly OwnColumn[]) =>
	[...columns.map(({ name }) => name), ODD]
		.map((name) => `${identifier(name)} IS NULL`)
		.join(' AND ');

/** Whether a row only repeats the header: what is no text of it stands among its odd cells. */
function repeats(columns: readonly OwnColumn[], header: readonly string[]): string {
	const texts = columns.flatMap(({ name, type }, at) =>
		type === 'text'
			? [`${identifier(name)} IS NOT DISTINCT FROM ${header[at] ? literal(header[at]) : 'NULL'}`]
			: []
	);
	const odd = columns.flatMap(({ type }, at) =>
		type === 'text' || !header[at]
			? []
			: [`'${at}' || ${AFTER_COLUMN} || ${literal(header[at])} || ${AFTER_CELL}`]
	);
	const same = odd.length === 0 ? 'IS NULL' : `= ${odd.join(' || ')}`;
	return [...texts, `${identifier(ODD)} ${same}`].join(' AND ');
}

/** Leaves out rows that only repeat the header. */
export function notRepeated(columns: readonly OwnColumn[], header: readonly string[]): string {
	if (header.length === 0) return 'true';
	const not = `NOT coalesce(${repeats(columns, header)}, false)`;
	// Most rows have no odd cells, and a header over what is no text has: their texts need no look.
	const odd = columns.some(({ type }, at) => type !== 'text' && header[at]);
	return odd ? `(${identifier(ODD)} IS NULL OR ${not})` : not;
}

/** Where rows stand that only repeat the header. */
export function repeatedHeaders(
	name: string,
	columns: readonly OwnColumn[],
	header: readonly string[]
): string {
	return `SELECT rowid::DOUBLE AS place FROM ${tableOf(name)} WHERE ${repeats(columns, header)} ORDER BY place`;
}

/** The table as it is to be asked: without what stands beside its values, and without rows that are none. */
export function finishTable(
	name: string,
	columns: readonly OwnColumn[],
	regions: RegionColumns | null,
	header: readonly string[],
	withoutRows: boolean
): string[] {
	const beside = [ODD, ...(regions ? [PLACE] : [])].map(identifier);
	if (!withoutRows)
		return beside.map((column) => `ALTER TABLE ${tableOf(name)} DROP COLUMN ${column}`);
	return [
		`CREATE OR REPLACE TABLE ${tableOf(name)} AS SELECT * EXCLUDE (${beside.join(', ')}) FROM ${tableOf(name)}
WHERE NOT (${nothing(columns)}) AND ${notRepeated(columns, header)}`
	];
}

/** Rows that hold nothing (as long as the table is not finished), rows, and cells of each column without a value. */
export function emptyCells(name: string, columns: readonly OwnColumn[], finished: boolean): string {
	const counts = columns.map(
		(column, at) => `(count(*) - count(${identifier(column.name)}))::DOUBLE AS e${at}`
	);
	const blank = finished ? '0' : `count(*) FILTER (${nothing(columns)})`;
	return `SELECT ${blank}::DOUBLE AS blank, count(*)::DOUBLE AS rows, ${counts.join(', ')} FROM ${tableOf(name)}`;
}
