import { identifier, literal } from '$lib/engine/quote';
import { OWN, ownPath } from '$lib/engine/workbench/own';
import { type OwnColumn, type RegionColumns, SQL_TYPES } from '../columns';
import type { LargePlan } from './plan';

/**
 * The cells of a row that were not read at first sight, each as the place of its column, a sign, the
 * text, a sign. No column of a file is called so.
 */
const ODD = '(odd)';
/**
 * A row's code, name and province as one number of 64 bits: a fifth of the time of three texts where
 * rows are grouped and joined. That two of the at most 5,000 places of a file share one is as likely as
 * one in a million million.
 */
const PLACE = '(place)';
const AFTER_COLUMN = 'chr(31)';
const AFTER_CELL = 'chr(30)';

/** Tables in which DuckDB notes the rows that it cannot divide. */
const REFUSED = 'refused_rows';
const SCANNED = 'scanned_files';

/** A file’s table, as statements name it. */
export function tableOf(name: string): string {
	return `${OWN}.${identifier(name)}`;
}

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

const oddCellsOf = (
	name: string
) => `(SELECT rowid AS place, unnest(string_split(${identifier(ODD)}, ${AFTER_CELL})) AS cell
	FROM ${tableOf(name)} WHERE ${identifier(ODD)} IS NOT NULL)`;

/** Each different odd cell, with how often it stands there; empty texts are none. */
export function oddCells(name: string, most: number): string {
	return `SELECT cell, count(*)::DOUBLE AS times, min(place)::DOUBLE AS place FROM ${oddCellsOf(name)}
WHERE cell <> '' GROUP BY cell ORDER BY place LIMIT ${most}`;
}

/** How many odd cells there are. */
export function oddCount(name: string): string {
	return `SELECT count(*)::DOUBLE AS times FROM ${oddCellsOf(name)} WHERE cell <> ''`;
}

/** Where the cells stand that could not be read at all, the first in the file first. */
export function badCells(name: string, answers: string, most: number): string {
	return `SELECT place::DOUBLE AS place, cell, bad FROM ${oddCellsOf(name)} JOIN ${answersOf(answers)} USING (cell)
WHERE bad <> '' ORDER BY place LIMIT ${most}`;
}

/** Puts the values that the reader of small files has found into their cells. */
export function fillCells(name: string, answers: string, at: number, column: OwnColumn): string {
	const value = `answer::${SQL_TYPES[column.type]}`;
	return `UPDATE ${tableOf(name)} SET ${identifier(column.name)} = ${value}
FROM (SELECT place, answer FROM ${oddCellsOf(name)} JOIN ${answersOf(answers)} USING (cell)
	WHERE answer IS NOT NULL AND starts_with(cell, '${at}' || ${AFTER_COLUMN})) AS odd
WHERE ${tableOf(name)}.rowid = odd.place`;
}

/** What was answered for each odd cell: a file in the form that `writtenAnswers` writes. */
function answersOf(file: string): string {
	return textsOf(file, ['cell', 'answer', 'bad']);
}

/** The texts of a file in the form that `quotedRows` writes. */
function textsOf(file: string, columns: readonly string[]): string {
	const types = columns.map((column) => `${column}: 'VARCHAR'`).join(', ');
	return `read_csv(${literal(ownPath(file))}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
	nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, columns = {${types}})`;
}

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

function notRepeated(columns: readonly OwnColumn[], header: readonly string[]): string {
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

/** A column’s texts; empty ones where it has none, or there is none. */
export const textOf = (at: number | null, columns: readonly OwnColumn[]) =>
	at === null || !columns[at] ? "''" : `coalesce(${identifier(columns[at].name)}::VARCHAR, '')`;

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
