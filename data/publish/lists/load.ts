import { type DuckDBConnection, blobValue } from '@duckdb/node-api';
import { EngineError } from '$lib/engine/errors';
import { CONSTANTS_OF, ListError, type ListMap, type ListRule, wordOf } from '$lib/lists';
import {
	PAD_PARAMETERS,
	STAGE,
	WORK_TABLES,
	cooperativeSql,
	finishSql,
	linkedSql,
	mergeSql,
	notesSql,
	padsOf,
	settleSql,
	stageSql,
	validTable,
	workTables,
	zeroesSql
} from '$lib/lists/sql';
import {
	parseMonth,
	ACTIVITIES,
	ASSISTANCE,
	COOPERATIVE_PROGRAMMES,
	LISTS,
	type ListKind
} from '$lib/model';
import type { Reference } from '../../reference/load';
import { type DistinctTexts, distinctTexts } from './distinct';
import { fillCooperatives, fillLookUps } from './look-up';
import { LIST_NOTES, type ListNote, type Loaded, type LoadedFile } from './loaded';
import type { NamedFile } from './open';
import { type PlannedTable, planTables } from './plan';
import { type ListProgress, watched } from './progress';
import { REFUSED_DDL, keepRefused } from './refused';
import { type RunSettings, questionOf, settingsOf } from './run';
import type { ListSource } from './source/source';
import { type Statements, count, statementsOn } from './statements';

export interface LoadOptions {
	/** Where the clean tables are made, in schema `main`. Its temporary folder has to be private. */
	connection: DuckDBConnection;
	files: readonly NamedFile[];
	/** From `deriveKeys`. */
	keys: { id: Uint8Array; record: Uint8Array };
	reference: Reference;
	/** The system of region codes, where the person says it. */
	codes?: 'kemendagri' | 'bps' | undefined;
	map?: ListMap | undefined;
	/** Last month of the lists, as a month number; the month of `today` where it is not given. */
	until?: number | undefined;
	/** ISO date. */
	today: string;
	onProgress?: ((progress: ListProgress) => void) | undefined;
	signal?: AbortSignal | undefined;
}

/**
 * Reads lists into the clean tables `receipt`, `membership`, `activity`, `cooperative` and `refused`,
 * which it makes anew. No text of a cell is kept in a table: rows are disguised as they are read.
 * Every row that is not blank is linked, merged or refused.
 * @throws ListError where nothing can be read before a person has done something
 * @throws EngineError `aborted`, `out_of_memory`, or `bad_sql` with the name of the step alone
 */
export async function loadLists(options: LoadOptions): Promise<Loaded> {
	const { connection, keys, reference, codes, map = {}, today, signal } = options;
	const statements = statementsOn(connection, signal);
	const until = options.until ?? parseMonth(today.slice(0, 7)) ?? 0;
	const settings = settingsOf(reference, map, codes, until);
	checkConstants(map);
	const before = await settingNow(statements);
	try {
		await statements.run('settings', 'SET preserve_insertion_order = true');
		await statements.run('settings', 'SET enable_progress_bar = true');
		await statements.run('settings', 'SET enable_progress_bar_print = false');
		return await loadAll(statements, options, settings, keys);
	} finally {
		for (const table of WORK_TABLES) await connection.run(`DROP TABLE IF EXISTS ${table}`);
		await connection.run(`SET preserve_insertion_order = ${before}`);
	}
}

async function settingNow(statements: Statements): Promise<boolean> {
	const [row] = await statements.rows<{ value: boolean | string }>(
		'settings',
		`SELECT current_setting('preserve_insertion_order') AS value`
	);
	return String(row?.value) === 'true';
}

/** @throws ListError where the mapping file states a programme or an activity that there is not */
function checkConstants(map: ListMap): void {
	const words = {
		beneficiaries: ASSISTANCE,
		members: COOPERATIVE_PROGRAMMES,
		activities: ACTIVITIES
	};
	for (const list of LISTS)
		for (const role of CONSTANTS_OF[list]) {
			const said = map[list]?.constants?.[role];
			if (said === undefined || (role !== 'programme' && role !== 'kind')) continue;
			if (wordOf(said, list) === null)
				throw new ListError({ kind: 'word_unknown', list, said, allowed: words[list] });
		}
}

interface Surveyed {
	table: PlannedTable;
	source: ListSource;
	texts: DistinctTexts;
}

async function loadAll(
	statements: Statements,
	options: LoadOptions,
	settings: RunSettings,
	keys: LoadOptions['keys']
): Promise<Loaded> {
	const tables = await planTables(statements, options.files, settings);
	for (const sql of [...workTables().run, REFUSED_DDL]) await statements.run('tables', sql);
	const surveyed: Surveyed[] = [];
	for (const table of tables) {
		const source = await table.open();
		const { list, name } = table;
		if (source.rows === 0) throw new ListError({ kind: 'no_rows', list, file: name });
		const texts = await distinctTexts(statements, source, questionOf(table, settings));
		// Asked here too, so that a question about the last file does not come after reading the first.
		await fillLookUps(statements, table, texts, settings);
		surveyed.push({ table, source, texts });
	}
	const texts = surveyed.map((each) => each.texts);
	await fillCooperatives(statements, texts, keys.id);
	const totalBytes = tables.reduce((sum, table) => sum + table.bytes, 0);
	const progress = progressOf(totalBytes, options.onProgress);
	const read: FileResult[] = [];
	for (const [file, each] of surveyed.entries())
		read.push(await readFile(statements, file, each, settings, keys, progress));
	return finish(statements, surveyed, read);
}

type Say = (table: PlannedTable, source: ListSource, part: number) => void;

function progressOf(totalBytes: number, onProgress: LoadOptions['onProgress']): Say {
	const done = new Map<PlannedTable, { rows: number; bytes: number }>();
	return (table, source, part) => {
		done.set(table, {
			rows: Math.round(source.rows * part),
			bytes: Math.round(table.bytes * part)
		});
		const all = [...done.values()];
		onProgress?.({
			file: table.name,
			rows: all.reduce((sum, { rows }) => sum + rows, 0),
			bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
			totalBytes
		});
	};
}

interface FileResult {
	valid: number;
	refused: Map<ListRule, number>;
	notes: Partial<Record<ListNote, number>>;
}

async function readFile(
	statements: Statements,
	file: number,
	{ table, source, texts }: Surveyed,
	settings: RunSettings,
	keys: LoadOptions['keys'],
	say: Say
): Promise<FileResult> {
	const { list, name, columns } = table;
	await fillLookUps(statements, table, texts, settings);
	await stage(statements, table, source, settings, keys, say);
	const zeroes = await zeroesOf(statements, list);
	const question = { list, file, ...zeroes };
	for (const sql of settleSql(question)) await statements.run('settle', sql);
	const refused = await keepRefused(statements, list, file, columns, source);
	const notes = await notesOf(statements, notesSql(question));
	await statements.run('settle', `DROP TABLE ${STAGE}`);
	const all = [...refused.values()].reduce((sum, rows) => sum + rows, 0);
	const damaged = refused.get('nik_excel') ?? 0;
	const others = (refused.get('nik_missing') ?? 0) + (refused.get('row_malformed') ?? 0);
	if (damaged > 0 && damaged + others === source.rows)
		throw new ListError({ kind: 'nik_damaged', list, file: name });
	const valid = await validRows(statements, list, file);
	// Rows have been lost or doubled on the way: nothing of it can be believed.
	if (valid + all !== source.rows) throw new EngineError({ kind: 'bad_sql', detail: 'settle' });
	return { valid, refused, notes };
}

async function validRows(statements: Statements, list: ListKind, file: number): Promise<number> {
	const sql = `SELECT count(*) AS n FROM ${validTable(list)} WHERE file = ${file}`;
	const [row] = await statements.rows<{ n: bigint }>('settle', sql);
	return count(row?.n);
}

/** Reads all rows of a table into the stage, disguised. */
async function stage(
	statements: Statements,
	table: PlannedTable,
	source: ListSource,
	settings: RunSettings,
	keys: LoadOptions['keys'],
	say: Say
): Promise<void> {
	const pads = [padsOf(keys.id), padsOf(keys.record)];
	const bytes = pads.flatMap(({ inner, outer }) => [blobValue(inner), blobValue(outer)]);
	const values = Object.fromEntries(
		PAD_PARAMETERS.flatMap((name, at) => {
			const value = bytes[at];
			return value ? [[name, value]] : [];
		})
	);
	let into = `CREATE OR REPLACE TABLE ${STAGE} AS `;
	say(table, source, 0);
	await source.each(async (relation, share) => {
		const sql = stageSql({ ...questionOf(table, settings), from: relation });
		const whole = share === 1;
		await watched(
			statements,
			(part) => whole && say(table, source, part),
			() => statements.run('read', `${into}${sql}`, values)
		);
		into = `INSERT INTO ${STAGE} `;
		say(table, source, share);
	});
	say(table, source, 1);
}

async function zeroesOf(statements: Statements, list: ListKind) {
	const [row] = await statements.rows<
		Record<'nik' | 'nik_zero' | 'kk' | 'kk_zero', bigint | number>
	>('settle', zeroesSql(list));
	const most = (all: number, zero: number) => zero >= 4 && zero * 2 > all;
	return {
		nikZeroes: most(count(row?.nik), count(row?.nik_zero)),
		kkZeroes: most(count(row?.kk), count(row?.kk_zero))
	};
}

async function notesOf(
	statements: Statements,
	sql: string
): Promise<Partial<Record<ListNote, number>>> {
	const [row] = await statements.rows<Record<ListNote, bigint | number>>('notes', sql);
	const notes = LIST_NOTES.map((note) => [note, count(row?.[note])] as const);
	return Object.fromEntries(notes.filter(([, rows]) => rows > 0));
}

async function finish(
	statements: Statements,
	surveyed: readonly Surveyed[],
	read: readonly FileResult[]
): Promise<Loaded> {
	for (const sql of cooperativeSql()) await statements.run('cooperatives', sql);
	const linked = new Map<number, number>();
	for (const list of LISTS) {
		for (const sql of mergeSql(list)) await statements.run('merge', sql);
		const rows = await statements.rows<{ file: number; linked: bigint }>('merge', linkedSql(list));
		for (const row of rows) linked.set(row.file, count(row.linked));
	}
	for (const sql of finishSql()) await statements.run('finish', sql);
	const files = surveyed.map(({ table, source }, at): LoadedFile => {
		const { list, name, columns } = table;
		const result = read[at];
		const valid = result?.valid ?? 0;
		const kept = linked.get(at) ?? 0;
		const headers = Object.entries(columns.columns).map(([role, { header }]) => [role, header]);
		return {
			...{ list, file: name, rows: source.rows, linked: kept, merged: valid - kept },
			refused: source.rows - valid,
			notes: result?.notes ?? {},
			columns: Object.fromEntries(headers) as LoadedFile['columns'],
			unread: columns.unread.map(({ header }) => header),
			other: columns.other.map(({ header }) => header)
		};
	});
	return { files, refusedByRule: byRule(surveyed, read) };
}

function byRule(
	surveyed: readonly Surveyed[],
	read: readonly FileResult[]
): Loaded['refusedByRule'] {
	return LISTS.flatMap((list) => {
		const sums = new Map<ListRule, number>();
		read.forEach(({ refused }, at) => {
			if (surveyed[at]?.table.list !== list) return;
			for (const [rule, rows] of refused) sums.set(rule, (sums.get(rule) ?? 0) + rows);
		});
		const rules = [...sums].sort(([a], [b]) => a.localeCompare(b));
		return rules.map(([rule, rows]) => ({ list, rule, rows }));
	});
}
