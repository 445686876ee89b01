import { identifier } from '$lib/engine/quote';
import { type OwnColumn, SQL_TYPES } from '../columns';
import { AFTER_CELL, AFTER_COLUMN, ODD, tableOf, textsOf } from './beside';

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
