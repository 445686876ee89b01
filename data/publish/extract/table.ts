import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { DISTRICT_STAGES, LISTS, type DistrictStage, type ListKind } from '$lib/model';
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

function readTable(file: string): { header: string[]; rows: string[][] } {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return fail({ kind: 'file_unreadable', file });
	}
	const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
	const [header = [], ...rows] = data;
	return { header: header.map((name) => name.trim().toLowerCase()), rows };
}

/** A reader of the cells of a table; a wrong one is told with its row and column. */
function cellsOf(file: string, header: readonly string[]) {
	return (row: readonly string[], index: number) =>
		(column: string, pattern: RegExp, expected: string): string => {
			const at = header.indexOf(column);
			if (at < 0) fail({ kind: 'table_row', file, row: 1, column, expected: column });
			const value = row[at]?.trim() ?? '';
			if (!pattern.test(value)) fail({ kind: 'table_row', file, row: index + 2, column, expected });
			return value;
		};
}

const REGENCY = /^\d{2}\.?\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function withDot(code: string): string {
	return code.includes('.') ? code : `${code.slice(0, 2)}.${code.slice(2)}`;
}

/** Month number of `2025-03`. */
export function parseMonth(text: string): number | null {
	if (!MONTH.test(text)) return null;
	return Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
}

/** Month number as `2025-03`. */
export function monthText(month: number): string {
	return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/**
 * Reads which list of which region reaches how far: columns `region`, `list` and `through`.
 * @throws ExtractFailure with row and column
 */
export function readReporting(file: string): StatedReach[] {
	const { header, rows } = readTable(file);
	const reader = cellsOf(file, header);
	const kinds = new RegExp(`^(${LISTS.join('|')})$`);
	return rows.map((row, index) => {
		const cell = reader(row, index);
		const region = withDot(cell('region', REGENCY, '32.01'));
		const list = LISTS.find((kind) => kind === cell('list', kinds, LISTS.join(', ')));
		const through = cell('through', /^(\d{4}-(0[1-9]|1[0-2]))?$/, '2025-03');
		return { region, list: list ?? 'beneficiaries', through: parseMonth(through) };
	});
}

/**
 * Reads which district reached which stage when; a row without a date says that it has not yet.
 * @throws ExtractFailure with row and column
 */
export function readStages(file: string): Stage[] {
	const { header, rows } = readTable(file);
	const reader = cellsOf(file, header);
	const kinds = new RegExp(`^(${DISTRICT_STAGES.join('|')})$`);
	return rows.flatMap((row, index) => {
		const cell = reader(row, index);
		const region = withDot(cell('region', REGENCY, '32.01'));
		const found = cell('stage', kinds, DISTRICT_STAGES.join(', '));
		const reachedOn = cell('reached_on', /^(\d{4}-\d{2}-\d{2})?$/, '2025-03-31');
		const stage = DISTRICT_STAGES.find((one) => one === found);
		return stage === undefined || reachedOn === '' ? [] : [{ region, stage, reachedOn }];
	});
}

/** @throws ExtractFailure where the file is not a whole perturbation table */
export function readPerturbation(file: string): Perturbation {
	const { header, rows } = readTable(file);
	const read = parsePerturbation(header, rows);
	if (read.ok) return read.table;
	return fail({ kind: 'perturbation', file, fault: { fault: read.fault, row: read.row } });
}
