import type { Table } from 'apache-arrow';
import type { SqlValue } from '$lib/engine/engine';
import type { OwnReading } from '../read';
import type { CellRule, RowProblem } from '../values';
import { MOST_LISTED, SHOWN } from '../values';
import { csvRows } from '../format/csv';
import { keyOf } from '../join';
import { type BegunTable, makeTable } from './begin';
import { addMatchedCodes } from './codes';
import { lineReader, recordLines } from './records';
import { type Settled, type Unsettled, shownCell, writtenAnswers } from './settle';
import { emptyCells, finishTable, repeatedHeaders } from './finish';
import { badCells, fillCells, oddCells, oddCount } from './odd-cells';
import { placesIn } from './places';
import { FORGET_REFUSED, REFUSED_ROWS } from './table';

/** The workbench, as far as a large file needs it. */
export interface LargeBench {
	query(
		sql: string,
		params?: readonly SqlValue[],
		options?: { signal?: AbortSignal }
	): Promise<Table>;
	addFile(name: string, content: Uint8Array | Blob): Promise<void>;
	dropFile(name: string): Promise<void>;
}

/** Different odd cells that are read; what is beyond stays empty and is counted as unread. */
const MOST_ODD = 200_000;
/** Places that are asked for, and one more. */
const MOST_PLACES = 5001;

/**
 * Reads a large file into the table `berkas.<name>`: whole rows by DuckDB, odd cells by the reader of
 * small files, which is asked once for each different one.
 * @param settleThem reads odd cells and finds regions, away from the page's own thread
 * @param begun the table, where its making has begun already
 * @returns the reading with what the whole file has told
 * @throws EngineError
 */
export async function loadLarge(
	bench: LargeBench,
	name: string,
	reading: OwnReading,
	settleThem: (unsettled: Promise<Unsettled>) => Promise<Settled>,
	{ signal, begun }: { signal?: AbortSignal; begun?: BegunTable | null } = {}
): Promise<OwnReading> {
	const { large: plan, regionColumns: regions } = reading;
	if (!plan) return reading;
	const options = signal ? { signal } : {};
	const ask = (sql: string) => bench.query(sql, [], options);
	const columns = reading.columns.map((column) => ({ ...column }));
	const shape = { columns, regions, plan };
	if (!(await begun?.isOf(shape))) await makeTable(bench, name, shape, options);
	const undivided = rowsOf(await ask(REFUSED_ROWS)).map(([line, kind, found]) => ({
		record: Number(line) - 1,
		kind: String(kind),
		found: shownRow(String(found ?? ''), columns.length, plan.delimiter)
	}));
	for (const sql of FORGET_REFUSED) await ask(sql);
	const refused = undivided.map(({ record }) => record);
	// Of one column, an empty line is a row like any other.
	const blanks = columns.length > 1 ? plan.records.blanks.filter((at) => at >= plan.first) : [];
	const lineOf = lineReader(plan.first, refused, { ...plan.records, blanks });
	const lineAt = (place: unknown) => lineOf(Number(place));
	const lineOfRecord = recordLines(plan.records);

	const asked = (async () => {
		const odd = rowsOf(await ask(oddCells(name, MOST_ODD)));
		const places = regions
			? rowsOf(await ask(placesIn(name, columns, regions, plan.header, MOST_PLACES)))
			: [];
		return { odd, places };
	})();
	// Where nothing is odd the cells are counted while places are looked up.
	const counted = asked.then(({ odd }) =>
		odd.length === 0 ? ask(emptyCells(name, columns, false)) : null
	);
	const unsettled = asked.then(({ odd, places }): Unsettled => ({
		columns,
		regions,
		cells: odd.map(([what, times, place]) => ({
			what: String(what),
			times: Number(times),
			line: Number(place)
		})),
		places: places.map(([code, called, province, times, row]) => ({
			what: [String(code), String(called), String(province)],
			times: Number(times),
			line: lineAt(row)
		}))
	}));
	const [settled, { places }, { cells }, early] = await Promise.all([
		settleThem(unsettled),
		asked,
		unsettled,
		counted
	]);
	const regionOf = new Map(settled.regionOf);
	const matched = places.flatMap(([code, called, province, , , place]) => {
		const region = regionOf.get(keyOf(code, called, province));
		return region === undefined ? [] : [[String(place), region] as const];
	});
	await addMatchedCodes(bench, name, columns, matched, options);
	const seen = cells.reduce((sum, { times }) => sum + times, 0);
	const all =
		cells.length < MOST_ODD ? seen : Number(rowsOf(await ask(oddCount(name)))[0]?.[0] ?? 0);
	const answers = `${name}.jawaban`;
	await bench.addFile(answers, writtenAnswers(settled.answers));
	const filled = new Set(
		settled.answers.flatMap(({ cell, answer }) => (answer === null ? [] : [shownCell(cell).at]))
	);
	for (const at of filled) {
		const column = columns[at];
		if (column) await ask(fillCells(name, answers, at, column));
	}
	const bad = rowsOf(await ask(badCells(name, answers, MOST_LISTED)));
	await bench.dropFile(answers);

	const before = rowsOf(early ?? (await ask(emptyCells(name, columns, false))));
	const nothing = Number(before[0]?.[0] ?? 0);
	const repeated =
		plan.header.length === 0 ? [] : rowsOf(await ask(repeatedHeaders(name, columns, plan.header)));
	const without = nothing > 0 || repeated.length > 0;
	for (const sql of finishTable(name, columns, regions, plan.header, without)) await ask(sql);
	const after = without ? rowsOf(await ask(emptyCells(name, columns, true))) : before;
	const [[, rows = 0, ...empty] = []] = after;
	columns.forEach((column, at) => {
		column.empty = Number(empty[at] ?? 0);
		column.marks = settled.marks[at] ?? [];
	});
	const whole: RowProblem[] = [
		...undivided.map(({ record, kind, found }) => ({
			line: lineOfRecord(record + plan.first),
			column: '',
			rule: /TOO MANY/.test(kind) ? ('row_too_long' as const) : ('row_undivided' as const),
			found
		})),
		...repeated.map(([place]) => ({
			line: lineAt(place),
			column: '',
			rule: 'row_repeats_header' as const,
			found: plan.header[0] ?? ''
		}))
	];
	const refusedCells = bad.map(([place, cell, rule]): RowProblem => {
		const { at, found } = shownCell(String(cell));
		const column = columns[at];
		return {
			line: lineAt(place),
			column: column?.header || column?.name || '',
			rule: String(rule) as CellRule,
			found
		};
	});
	// The cells of a repeated header are no cells: they were counted as such that could not be read.
	const inRepeated = columns.filter(({ type }) => type !== 'text').length * repeated.length;
	const repeatedLines = new Set(repeated.map(([place]) => lineAt(place)));
	return {
		...reading,
		columns,
		rows: Number(rows),
		rowsIn: Number(rows) + undivided.length + repeated.length,
		rowsBlank: blanks.length + nothing,
		rowsRefused: undivided.length + repeated.length,
		cellsRefused: Math.max(0, settled.refused + all - seen - inRepeated),
		problems: [...whole, ...refusedCells.filter(({ line }) => !repeatedLines.has(line))]
			.sort((a, b) => a.line - b.line)
			.slice(0, MOST_LISTED),
		join: settled.join && { ...settled.join, regions: [] },
		large: { ...plan, loaded: true, regions: settled.regionOf }
	};
}

/** Of a row that is too long the first cell beyond its columns, of another its beginning. */
function shownRow(text: string, columns: number, delimiter: string): string {
	let cells: readonly string[] = [];
	try {
		cells = csvRows(text.trim(), delimiter).rows[0] ?? [];
	} catch {
		// What cannot be divided here either is shown as it stands.
	}
	const beyond = cells.slice(columns).find((cell) => cell !== '');
	return (beyond ?? text).trim().slice(0, SHOWN);
}

/** Rows of an answer whose columns are texts and DOUBLE. */
export function rowsOf(table: Table): unknown[][] {
	const columns = table.schema.fields.map((_, at) => table.getChildAt(at));
	return Array.from({ length: table.numRows }, (_, row) =>
		columns.map((column): unknown => column?.get(row) ?? null)
	);
}
