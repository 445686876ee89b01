import { identifier } from '$lib/engine/quote';
import type { OwnColumn, RegionColumns } from '../columns';
import { PLACE, tableOf, textOf, textsOf } from './beside';
import { notRepeated } from './finish';

/** A column for matched codes, empty. */
export function addCodes(name: string, column: string): string {
	return `ALTER TABLE ${tableOf(name)} ADD COLUMN ${identifier(column)} VARCHAR`;
}

/** Puts the code of each place into its rows: from a file of places' numbers and regions. */
export function fillCodes(name: string, file: string, column: string): string {
	return `UPDATE ${tableOf(name)} SET ${identifier(column)} = region
FROM (SELECT place::UBIGINT AS place, region FROM ${textsOf(file, ['place', 'region'])}) AS matched
WHERE ${tableOf(name)}.${identifier(PLACE)} = matched.place`;
}

/** Each different place of a file with its number, the first first; asked before the table is finished. */
export function placesIn(
	name: string,
	columns: readonly OwnColumn[],
	{ code, name: called, province }: RegionColumns,
	header: readonly string[],
	most: number
): string {
	const [a, b, c] = [code, called, province].map((at) => `any_value(${textOf(at, columns)})`);
	const place = identifier(PLACE);
	return `SELECT ${a} AS code, ${b} AS name, ${c} AS province, count(*)::DOUBLE AS times, min(rowid)::DOUBLE AS row,
	${place}::VARCHAR AS place
FROM ${tableOf(name)} WHERE ${notRepeated(columns, header)} GROUP BY ${place} ORDER BY row LIMIT ${most}`;
}

/** What a column's values come to at each place, and in each year where there is a column of years. */
export function groupsIn(
	name: string,
	columns: readonly OwnColumn[],
	{ code, name: called, province }: RegionColumns,
	year: number | null,
	at: number,
	most: number
): string {
	const [a, b, c] = [code, called, province].map((place) => textOf(place, columns));
	const value = identifier(columns[at]?.name ?? '');
	return `SELECT ${a} AS code, ${b} AS name, ${c} AS province, ${textOf(year, columns)} AS year,
	count(*)::DOUBLE AS times, sum(${value}) AS sum, min(${value}) AS least, max(${value}) AS greatest
FROM ${tableOf(name)} WHERE ${value} IS NOT NULL GROUP BY ALL LIMIT ${most}`;
}
