import { identifier, literal } from '$lib/engine/quote';
import { ownPath } from '$lib/engine/workbench/own';
import type { OwnColumn, RegionColumns } from '../columns';
import { AFTER_CELL, AFTER_COLUMN, ODD, PLACE, tableOf } from './beside';
import type { LargePlan } from './plan';

/** Tables in which DuckDB notes the rows that it cannot divide. */
const REFUSED = 'refused_rows';
const SCANNED = 'scanned_files';

/** The rows of a large text, every cell a text: `k0`, `k1`, … */
function cellsOf(name: string, columns: number, { delimiter }: LargePlan): string {
	const types = Array.from({ length: columns }, (_, at) => `k${at}: 'VARCHAR'`);
	return `read_csv(${literal(ownPath(`${name}.csv`))}, auto_detect = false, header = false,
	delim = ${literal(delimiter)}, quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = true,
	null_padding = true, parallel = false, strict_mode = true, columns = {${types.join(', ')}},
	store_rejects = true, rejects_table = '${REFUSED}', rejects_scan = '${SCANNED}', rejects_limit = 0)`;
}

const YES = `'ya', 'yes', 'true', 'benar'`;
const NO = `'tidak', 'no', 'false', 'bukan'`;

/**
 * The value of a cell where it is written in the plain way of its type; what is written otherwise is
 * left to the reader of small files, which has the last word of it.
 */
function plainValue(cell: string, { type, decimal }: OwnColumn): string {
	switch (type) {
		case 'text':
			return cell;
		case 'number':
			return plainNumber(cell, decimal);
		case 'date':
			return `CASE WHEN ${cell} LIKE '____-__-__' AND ${cell} >= '1' AND NOT contains(${cell}, ' ') THEN TRY_CAST(${cell} AS DATE)
		WHEN regexp_full_match(${cell}, '[0-9]{2}/[0-9]{2}/[1-9][0-9]{3}') THEN TRY_CAST(substr(${cell}, 7, 4) || '-' || substr(${cell}, 4, 2) || '-' || substr(${cell}, 1, 2) AS DATE) END`;
		case 'boolean':
			return `CASE WHEN ${cell} IN (${YES}) THEN true WHEN ${cell} IN (${NO}) THEN false
		WHEN lower(${cell}) IN (${YES}) THEN true WHEN lower(${cell}) IN (${NO}) THEN false END`;
	}
}

/**
 * Numbers as DuckDB casts them, unless the mark in them may be meant otherwise. A cast costs a third of
 * what a pattern does, so that patterns are left for groups of thousands.
 */
function plainNumber(cell: string, decimal: OwnColumn['decimal']): string {
	const cast = (text: string) => `TRY_CAST(${text} AS DOUBLE)`;
	const grouped = (group: string, mark: string) =>
		`regexp_full_match(${cell}, '-?[1-9][0-9]{0,2}(${group}[0-9]{3})+(${mark}[0-9]+)?')`;
	switch (decimal) {
		case null:
			return `CASE WHEN NOT contains(${cell}, '.') THEN ${cast(cell)} END`;
		case '.':
			return `coalesce(${cast(cell)}, CASE WHEN ${grouped(',', '\\.')} THEN ${cast(`replace(${cell}, ',', '')`)} END)`;
		case ',':
			return `CASE WHEN NOT contains(${cell}, '.') THEN ${cast(`replace(${cell}, ',', '.')`)}
		WHEN ${grouped('\\.', ',')} THEN ${cast(`replace(replace(${cell}, '.', ''), ',', '.')`)} END`;
	}
}

/** Makes the table of a large text by one reading of it, odd cells and places beside it. */
export function largeTable(
	name: string,
	columns: readonly OwnColumn[],
	regions: RegionColumns | null,
	plan: LargePlan
): string {
	const typed = columns.flatMap((column, at) => (column.type === 'text' ? [] : [{ at, column }]));
	const values = typed.map(({ at, column }) => `${plainValue(`k${at}`, column)} AS v${at}`);
	// DuckDB casts the words for what is no number, too.
	const finite = typed.flatMap(({ at, column }) =>
		column.type === 'number' ? [`CASE WHEN isfinite(v${at}) THEN v${at} END AS v${at}`] : []
	);
	// Rows in which every cell has its value are told first: they are most, and cost next to nothing.
	const lacking = typed.map(({ at }) => `v${at} IS NULL`).join(' OR ');
	const parts = typed.map(
		({ at }) =>
			`CASE WHEN k${at} IS NOT NULL AND v${at} IS NULL THEN '${at}' || ${AFTER_COLUMN} || k${at} || ${AFTER_CELL} ELSE '' END`
	);
	const odd =
		typed.length === 0
			? 'NULL::VARCHAR'
			: `CASE WHEN ${lacking} THEN nullif(${parts.join(' || ')}, '') END`;
	const shown = columns.map(
		({ name: own, type }, at) => `${type === 'text' ? 'k' : 'v'}${at} AS ${identifier(own)}`
	);
	const beside = [
		`${odd} AS ${identifier(ODD)}`,
		...(regions ? [`${placeOf(regions)} AS ${identifier(PLACE)}`] : [])
	];
	return `CREATE OR REPLACE TABLE ${tableOf(name)} AS
SELECT ${[...shown, ...beside].join(', ')}
FROM (SELECT *${finite.length > 0 ? ` REPLACE (${finite.join(', ')})` : ''}
	FROM (SELECT ${['*', ...values].join(', ')} FROM ${cellsOf(name, columns.length, plan)}))`;
}

function placeOf({ code, name, province }: RegionColumns): string {
	const cells = [code, name, province].flatMap((at) => (at === null ? [] : [`k${at}`]));
	return `hash(${cells.join(', ')})`;
}

export function dropTable(name: string): string {
	return `DROP TABLE IF EXISTS ${tableOf(name)}`;
}

/** The rows that DuckDB could not divide, by their number from 1. */
export const REFUSED_ROWS = `SELECT line::DOUBLE AS line, first(error_type::VARCHAR) AS kind, first(csv_line[:2000]) AS found
FROM ${REFUSED} GROUP BY line ORDER BY line`;

/** What must not be left behind for the next file. */
export const FORGET_REFUSED = [
	`DROP TABLE IF EXISTS ${REFUSED}`,
	`DROP TABLE IF EXISTS ${SCANNED}`
];
