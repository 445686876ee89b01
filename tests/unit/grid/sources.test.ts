import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { arrowSource } from '$lib/grid/arrow-source';
import { querySource } from '$lib/grid/query-source';
import type { GridOrder, GridSource } from '$lib/grid/source';

const engine = createNodeEngine();
/** Every statement that was asked, so that a test can say what was not. */
const asked: string[] = [];
const heard = {
	query: (...args: Parameters<typeof engine.query>) => {
		asked.push(args[0]);
		return engine.query(...args);
	}
};

const VIEW = 'pandangan';
const TABLE = 'tabel';

beforeAll(async () => {
	await engine.query(
		`CREATE TABLE ${TABLE} AS SELECT CAST(i AS INTEGER) AS nomor,
			CASE WHEN i % 10 = 0 THEN NULL ELSE CAST((i * 7919) % 1000 AS DOUBLE) / 4 END AS nilai,
			CASE WHEN i % 3 = 0 THEN 'Bogor' WHEN i % 3 = 1 THEN 'kota Bogor' ELSE 'Jember' END AS tempat,
			i % 2 = 0 AS genap, make_date(2024, CAST(1 + i % 12 AS INTEGER), 1) AS bulan,
			CAST(i AS DECIMAL(9, 2)) AS desimal, CAST(i AS HUGEINT) AS besar
		FROM range(1000) r(i)`
	);
	await engine.query(`CREATE VIEW ${VIEW} AS SELECT * FROM ${TABLE}`);
});
afterAll(() => engine.close());

async function all(
	source: GridSource,
	order: GridOrder | null,
	filters: Record<number, string> = {}
): Promise<readonly (readonly unknown[])[]> {
	const rows = await source.open(
		order,
		new Map(Object.entries(filters).map(([index, typed]) => [Number(index), typed]))
	);
	const read: (readonly unknown[])[] = [];
	for (let from = 0; from < rows.total; from += 70)
		read.push(...(await rows.read(from, Math.min(from + 70, rows.total))));
	expect(read).toHaveLength(rows.total);
	return read;
}

const CASES: [string, GridOrder | null, Record<number, string>][] = [
	['as they are', null, {}],
	['by number, downwards', { column: 1, descending: true }, {}],
	['by number, upwards', { column: 1, descending: false }, {}],
	['by text', { column: 2, descending: false }, {}],
	['filtered by text', null, { 2: 'bogor' }],
	[
		'filtered by number, text and truth',
		{ column: 0, descending: true },
		{ 1: '10..90,5', 2: '=jember', 3: 'ya' }
	],
	['filtered by date', null, { 4: '2024-03..2024-05' }],
	['that are empty', null, { 1: '=' }],
	['of which none passes', null, { 0: '> 1000' }],
	['under a filter that cannot be read', null, { 0: 'lima' }]
];

describe('the sources of a grid', () => {
	it.each(CASES)('give the same rows %s', async (_, order, filters) => {
		const table = await all(await querySource(engine, TABLE), order, filters);
		const view = await all(await querySource(engine, VIEW), order, filters);
		const whole = await engine.query(
			`SELECT nomor, nilai, tempat, genap, CAST(bulan AS VARCHAR) AS bulan, CAST(desimal AS DOUBLE) AS desimal, CAST(besar AS DOUBLE) AS besar FROM ${TABLE}`
		);
		// A date that is text to Arrow is filtered as text: only a real one is asked for in a range.
		const held = 4 in filters ? table : await all(arrowSource(whole), order, filters);
		expect(table).toEqual(held);
		// Rows that are equal under the order may stand otherwise in a view.
		const key = (rows: readonly (readonly unknown[])[]) =>
			rows.map((row) => (order ? row[order.column] : row[0]));
		expect(key(view)).toEqual(key(table));
		expect(table.length > 0).toBe(filters[0] !== '> 1000');
	});

	it('name the types of their columns', async () => {
		const { columns } = await querySource(engine, TABLE, new Map([['nomor', 'Nomor urut']]));
		expect(columns.map(({ type }) => type)).toEqual([
			'number',
			'number',
			'text',
			'boolean',
			'date',
			'number',
			'number'
		]);
		expect(columns[0]).toMatchObject({ name: 'nomor', label: 'Nomor urut' });
	});

	it('keep what is empty last in both directions', async () => {
		for (const descending of [true, false]) {
			const rows = await all(await querySource(engine, TABLE), { column: 1, descending });
			expect(rows.slice(-100).every((row) => row[1] === null)).toBe(true);
			expect(rows.slice(0, -100).some((row) => row[1] === null)).toBe(false);
		}
	});

	it('ask for no more rows than a window', async () => {
		const source = await querySource(heard, TABLE);
		const rows = await source.open({ column: 1, descending: true }, new Map());
		asked.length = 0;
		const read = await rows.read(500, 520);
		expect(read).toHaveLength(20);
		expect(asked).toHaveLength(1);
		const answer = await engine.query(asked[0] ?? '');
		expect(answer.numRows).toBe(20);
	});

	it('take a relation whose columns have any name', async () => {
		await engine.query(`CREATE TABLE aneh AS SELECT 1 AS "a""b; --", 'x' AS "select", 2 AS rowid`);
		const source = await querySource(engine, 'aneh');
		expect(await all(source, { column: 1, descending: true }, { 0: '1' })).toEqual([[1, 'x', 2]]);
	});
});
