import { createRequire } from 'node:module';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import {
	PAD_PARAMETERS,
	type StageQuestion,
	cooperativeSql,
	mergeSql,
	notesSql,
	padsOf,
	settleSql,
	stageSql,
	workTables,
	zeroesSql
} from '$lib/lists/sql';
import { blobLiteral } from '$lib/lists/sql/literal';
import { ROLES_OF } from '$lib/lists/roles';
import { LISTS, type ListKind } from '$lib/model';
import { KEYS, nik } from '../../support/lists';

/** Cells that take every path of a projection, by role. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
	nik: [nik(), nik({ serial: 2, woman: true }), '3,2E+15', 'x', nik({ day: 45 }), ''],
	kk: [nik({ serial: 3 }), '', '1'],
	programme: ['pkh', 'kmp'],
	sex: ['', 'P', '?'],
	birth: ['', '17 Agustus 1985', '31/12/85', '0000-00-00'],
	decile: ['1', 'desil 3', '', '11'],
	first: ['2025-03', '45747', '01/03/2025', '', '202503', 'Maret 2025'],
	last: ['', '2025-06', '31-12-2025'],
	joined: ['2025-03-31', '1 Mei 2025', ''],
	left: ['', '2025/6', '20250331'],
	last_transaction: ['', '2025-06-01 10:00:00'],
	business: ['ya', 'tidak', ''],
	cooperative_code: ['K-001', ''],
	cooperative_name: ['', 'Maju'],
	kind: ['SHU', 'KUR'],
	date: ['2025-03-31', '', '31/12/2025'],
	amount: ['Rp 1.250.000,50', '1,250.75', '', '-1', '12500.5']
};

const NONE: readonly string[] = [''];

function questionOf(list: ListKind): StageQuestion {
	const present = ROLES_OF[list].filter((role) => role !== 'month');
	const rows = Array.from({ length: 60 }, (_, at) => {
		const cells = present.map((role) => {
			const texts = CELLS[role] ?? NONE;
			return `'${texts[at % texts.length]}' AS "${role}"`;
		});
		return `SELECT ${at} AS n, ${cells.join(', ')}, ${at === 7} AS malformed`;
	});
	return {
		list,
		from: `(SELECT * FROM (${rows.join(' UNION ALL ')}) ORDER BY n)`,
		present,
		constants: {},
		issuers: [{ code: 3201, region: 3201 }],
		until: 2025 * 12 + 11
	};
}

/** Statements for an engine that binds no names. */
function bare(sql: string): string {
	const pads = [padsOf(KEYS.id), padsOf(KEYS.record)].flatMap(({ inner, outer }) => [inner, outer]);
	return PAD_PARAMETERS.reduce(
		(text, name, at) => text.replaceAll(`$${name}`, blobLiteral(pads[at] ?? new Uint8Array())),
		sql
	);
}

/** Started once: most of a second goes into it. */
let starting: Promise<WasmDatabase> | undefined;

async function startWasm(): Promise<WasmDatabase> {
	const require = createRequire(import.meta.url);
	const home = path.dirname(require.resolve('@duckdb/duckdb-wasm'));
	const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as {
		createDuckDB: (bundles: unknown, logger: unknown, runtime: unknown) => Promise<WasmDatabase>;
		VoidLogger: new () => unknown;
		NODE_RUNTIME: unknown;
	};
	const bundle = (name: string) => ({
		mainModule: path.join(home, `duckdb-${name}.wasm`),
		mainWorker: path.join(home, `duckdb-node-${name}.worker.cjs`)
	});
	const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
	const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
	await database.instantiate(() => undefined);
	return database;
}

async function inWasm(statements: readonly string[]): Promise<string> {
	starting ??= startWasm();
	const connection = (await starting).connect();
	connection.query('SET autoload_known_extensions = false');
	let last: { toArray: () => unknown[] } = { toArray: () => [] };
	for (const sql of statements) last = connection.query(sql);
	const text = JSON.stringify(last.toArray());
	connection.close();
	return text;
}

interface WasmDatabase {
	instantiate: (progress: () => void) => Promise<unknown>;
	connect: () => { query: (sql: string) => { toArray: () => unknown[] }; close: () => void };
}

/** Rows of the last statement. `src` is a list of that kind. */
async function inNode(statements: readonly string[], list: ListKind): Promise<unknown[]> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`CREATE TABLE src AS SELECT * FROM ${questionOf(list).from}`);
	let rows: unknown[] = [];
	for (const sql of statements) rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
	connection.closeSync();
	instance.closeSync();
	return rows;
}

describe('the statements on lists', () => {
	it.each(LISTS)('read %s the same in Node and in the browser', async (list) => {
		const { lasting, stage } = statementsOf(list);
		const native = await inNode([...stage, lasting], list);
		expect(native).toHaveLength(60);
		expect(JSON.parse(await inWasm([...stage, lasting]))).toEqual(
			JSON.parse(JSON.stringify(native))
		);
	});

	it.each(LISTS)('read %s without a join, which would lose the order of its rows', async (list) => {
		const [row] = await inNode(
			[`EXPLAIN ${bare(stageSql({ ...questionOf(list), from: 'src' }))}`],
			list
		);
		expect(JSON.stringify(row)).toContain('SEQ_SCAN');
		expect(JSON.stringify(row)).not.toContain('JOIN');
	});

	it.each(LISTS)('settle and merge %s in the browser', async (list) => {
		const { stage } = statementsOf(list);
		const question = { list, file: 0, nikZeroes: true, kkZeroes: true };
		const run = [
			...workTables().run,
			...workTables().file,
			'CREATE OR REPLACE TABLE list_cooperative ("key" UBIGINT, cooperative UINTEGER)',
			'CREATE OR REPLACE TABLE list_cooperative_code (cooperative UINTEGER, code VARCHAR)',
			...stage,
			...settleSql(question),
			notesSql(question),
			...cooperativeSql(),
			...LISTS.flatMap((each) => mergeSql(each)),
			zeroesSql(list)
		];
		expect(await inWasm(run)).toContain('nik_zero');
	});
});

function statementsOf(list: ListKind) {
	const stage = [`CREATE OR REPLACE TABLE list_stage AS ${bare(stageSql(questionOf(list)))}`];
	const keys = list === 'beneficiaries' ? 'place, word' : 'place, word, cooperative';
	const lasting = `SELECT (COLUMNS(* EXCLUDE (${keys})))::VARCHAR FROM list_stage ORDER BY rowid`;
	return { stage, lasting };
}
