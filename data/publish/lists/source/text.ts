import { stat } from 'node:fs/promises';
import { ListError } from '$lib/lists';
import { identifier, literal } from '$lib/engine/quote';
import { stopIfAborted } from '$lib/engine/errors';
import type { ListKind } from '$lib/model';
import { type Statements, count } from '../statements';
import { type Letters, recordsOfFile } from '../text/letters';
import { LongRecordError } from '../text/records';
import { RowCounter, type RowNumbers } from '../text/row-numbers';
import { surveyText } from '../text/survey';
import { collectBatches, isMalformed } from './batches';
import { pathLiteral } from './path';
import type { ListSource, RoleColumns } from './source';

/** A table in a text file. */
export interface TextTable {
	list: ListKind;
	file: string;
	/** File as it is named to the person. */
	name: string;
	letters: Letters | 'ascii';
	delimiter: string;
	/** Order of the header among the records, from 0. */
	header: number;
	/** Cells of the header, empty ones at its end aside. */
	width: number;
	roles: RoleColumns;
}

/** Cells beyond the header that are looked at. DuckDB passes over any further ones. */
const BEYOND = 8;

/**
 * Read by DuckDB where the file is as DuckDB understands it, which is checked by counting; else
 * record by record, which is several times slower and takes any letters and line ends.
 */
export async function textSource(statements: Statements, table: TextTable): Promise<ListSource> {
	const { file, letters } = table;
	const bytes = (await stat(file)).size;
	if (letters === 'utf-16le' || letters === 'utf-16be')
		return slowSource(statements, table, letters, bytes);
	const survey = await surveyText(file, table.delimiter, table.header, statements.signal);
	if (survey.openQuote !== null)
		throw new ListError({
			kind: 'quote_open',
			list: table.list,
			file: table.name,
			row: survey.openQuote
		});
	const relation = csvRelation(table, survey.headerLines, survey.multiline);
	if (!survey.looseQuote && (await agrees(statements, table, relation, survey.read)))
		return {
			rows: survey.filled,
			bytes,
			each: (run) => run(relation, 1),
			numbers: () => survey.numbers
		};
	return slowSource(statements, table, survey.utf8 ? 'utf-8' : 'windows-1252', bytes);
}

function csvRelation(table: TextTable, skip: number, multiline: boolean): string {
	const { width } = table;
	const names = Array.from({ length: width + BEYOND }, (_, at) => `c${at}`);
	const beyond = names.slice(width).map((name) => `${name} <> ''`);
	const cells = [...table.roles].map(([role, at]) => `c${at} AS ${identifier(role)}`);
	// What is not in the file at all is NULL, an empty cell is not: so a short row can be told.
	const options = [
		`columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(', ')}}`,
		'auto_detect = false',
		'header = false',
		`delim = ${literal(table.delimiter)}`,
		`quote = '"'`,
		`escape = '"'`,
		`skip = ${skip}`,
		`nullstr = '\u0001'`,
		'null_padding = true',
		'strict_mode = false',
		`compression = 'none'`,
		// DuckDB cannot do both at once.
		`parallel = ${multiline ? 'false' : 'true'}`
	];
	const malformed = `c${width - 1} IS NULL OR coalesce(${beyond.join(' OR ')}, false)`;
	return `(SELECT ${[...cells, `(${malformed}) AS malformed`].join(', ')} FROM read_csv(${pathLiteral(table.file)}, ${options.join(', ')}))`;
}

async function agrees(
	statements: Statements,
	table: TextTable,
	relation: string,
	expected: number
): Promise<boolean> {
	if (expected === 0) return true;
	// Each cell that will be read is looked at, so that letters that are not UTF-8 are found now.
	const seen = [...table.roles.keys()].map((role) => `max(${identifier(role)})`);
	try {
		const [row] = await statements.rows<{ n: bigint }>(
			'count',
			`SELECT count(*) AS n, count(malformed), ${seen.join(', ')} FROM ${relation}`
		);
		return count(row?.n) === expected;
	} catch {
		stopIfAborted(statements.signal);
		return false;
	}
}

async function slowSource(
	statements: Statements,
	table: TextTable,
	letters: Letters,
	bytes: number
): Promise<ListSource> {
	let numbers: RowNumbers = { from: [], add: [], blank: [] };
	const records = () => recordsOfFile(table.file, letters, table.delimiter, statements.signal);

	async function counted(): Promise<number> {
		const counter = new RowCounter();
		let row = 0;
		try {
			for await (const piece of records())
				for (const cells of piece) {
					row += 1;
					if (row > table.header + 1 && cells.some((cell) => cell.trim() !== ''))
						counter.count(row, false);
				}
		} catch (error) {
			if (!(error instanceof LongRecordError)) throw error;
			const { list, name } = table;
			throw new ListError({ kind: 'row_long', list, file: name, row: row + 1 });
		}
		numbers = counter.numbers();
		return counter.filled;
	}

	const rows = await counted();
	return {
		rows,
		bytes,
		async each(run) {
			const batches = collectBatches(statements, table.roles);
			let row = 0;
			let done = 0;
			const work = (relation: string) => run(relation, rows === 0 ? 1 : done / rows);
			for await (const piece of records()) {
				for (const cells of piece) {
					row += 1;
					if (row <= table.header + 1 || !cells.some((cell) => cell.trim() !== '')) continue;
					done += 1;
					batches.add(cells, isMalformed(cells, table.width));
				}
				if (batches.full()) await batches.run(work);
			}
			await batches.run(work);
		},
		numbers: () => numbers
	};
}
