import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { DISTRICT_STAGES, LISTS, parseMonth, type DistrictStage, type ListKind } from '$lib/model';
import { parsePerturbation, type Perturbation } from '$lib/protect/perturbation';
import { fail } from './problem';

/** How far a list of a region reaches, as the office states it. */
export interface StatedReach {
	/** `32.01`. */
	region: string;
	list: ListKind;
	/** Month number of the last month that it covers; null where it never came. */
	through: number | null;
}

export interface Stage {
	region: string;
	stage: DistrictStage;
	/** ISO date. */
	reachedOn: string;
}

/** A row and the number by which a spreadsheet knows it, the header being 1. */
interface TableRow {
	cells: string[];
	number: number;
}

function readTable(file: string): { header: string[]; rows: TableRow[] } {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return fail({ kind: 'file_unreadable', file });
	}
	const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''));
	const [header = [], ...rows] = data;
	return {
		header: header.map((name) => name.trim().toLowerCase()),
		rows: rows
			.map((cells, index) => ({ cells, number: index + 2 }))
			.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
	};
}

/** A reader of the cells of a table; a wrong one is told with its row and column. */
function cellsOf(file: string, header: readonly string[], columns: readonly string[]) {
	const missing = columns.find((column) => !header.includes(column));
	if (missing !== undefined)
		fail({ kind: 'table_row', file, row: 1, column: missing, expected: columns.join(',') });
	return ({ cells, number }: TableRow) =>
		(column: string, fits: (value: string) => boolean, expected: string): string => {
			const value = cells[header.indexOf(column)]?.trim() ?? '';
			if (!fits(value)) fail({ kind: 'table_row', file, row: number, column, expected });
			return value;
		};
}

const REGENCY = /^\d{2}\.?\d{2}$/;

/** Whether a code is of a regency; of one that is known, where it is said which are. */
function regencyAmong(known: ReadonlySet<string> | undefined) {
	return (code: string) => REGENCY.test(code) && (known?.has(withDot(code)) ?? true);
}

function isDay(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && date.toJSON()?.slice(0, 10) === text;
}

function withDot(code: string): string {
	return code.includes('.') ? code : `${code.slice(0, 2)}.${code.slice(2)}`;
}

/** The one of some words that a cell holds; case does not matter. */
function wordAmong<Word extends string>(words: readonly Word[]) {
	return (text: string) => words.find((word) => word === text.toLowerCase());
}

/**
 * Reads which list of which region reaches how far: columns `region`, `list` and `through`.
 * @param regencies codes that there are (`32.01`); all where not given
 * @throws ExtractFailure with row and column
 */
export function readReporting(file: string, regencies?: ReadonlySet<string>): StatedReach[] {
	const { header, rows } = readTable(file);
	const reader = cellsOf(file, header, ['region', 'list', 'through']);
	const listOf = wordAmong(LISTS);
	return rows.flatMap((row) => {
		const cell = reader(row);
		const region = withDot(cell('region', regencyAmong(regencies), '32.01'));
		const list = listOf(cell('list', (text) => listOf(text) !== undefined, LISTS.join(', ')));
		const empty = (text: string) => text === '' || parseMonth(text) !== null;
		const through = parseMonth(cell('through', empty, '2025-03'));
		return list === undefined ? [] : [{ region, list, through }];
	});
}

/**
 * Reads which district reached which stage when; a row without a date says that it has not yet.
 * @param regencies codes that there are (`32.01`); all where not given
 * @throws ExtractFailure with row and column
 */
export function readStages(file: string, regencies?: ReadonlySet<string>): Stage[] {
	const { header, rows } = readTable(file);
	const reader = cellsOf(file, header, ['region', 'stage', 'reached_on']);
	const stageOf = wordAmong(DISTRICT_STAGES);
	return rows.flatMap((row) => {
		const cell = reader(row);
		const region = withDot(cell('region', regencyAmong(regencies), '32.01'));
		const known = (text: string) => stageOf(text) !== undefined;
		const stage = stageOf(cell('stage', known, DISTRICT_STAGES.join(', ')));
		const reachedOn = cell('reached_on', (text) => text === '' || isDay(text), '2025-03-31');
		return stage === undefined || reachedOn === '' ? [] : [{ region, stage, reachedOn }];
	});
}

/** @throws ExtractFailure where the file is not a whole perturbation table */
export function readPerturbation(file: string): Perturbation {
	const { header, rows } = readTable(file);
	const read = parsePerturbation(
		header,
		rows.map(({ cells }) => cells)
	);
	if (read.ok) return read.table;
	// Rows without anything in them were left out before.
	const row = read.row === null ? null : (rows[read.row - 2]?.number ?? read.row);
	return fail({ kind: 'perturbation', file, fault: { fault: read.fault, row } });
}
