import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetWriteBuffer } from 'hyparquet-writer';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { expectDamageTold, faultIn, reading, rowsOf, sample } from './support';

describe('Parquet', () => {
	const parquet = (codec?: 'SNAPPY' | 'UNCOMPRESSED') =>
		new Uint8Array(
			parquetWriteBuffer({
				columnData: [
					{ name: 'kode', data: ['32.01', '32.02'], type: 'STRING' },
					{ name: 'nilai', data: [1.5, 2.5], type: 'DOUBLE' }
				],
				...(codec ? { codec } : {})
			})
		);

	const PACKINGS = ['ZSTD', 'BROTLI', 'LZ4_RAW', 'GZIP', 'SNAPPY', 'UNCOMPRESSED'] as const;
	type Packing = (typeof PACKINGS)[number];
	const ROWS = 5000;
	const MANY = `'32.' || lpad((1 + i % 40)::VARCHAR, 2, '0') AS kode, i / 2 AS nilai
		FROM range(${ROWS}) r(i)`;
	const folder = mkdtempSync(path.join(os.tmpdir(), 'parquet-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** A file by DuckDB, of many pages where nothing else is asked for. */
	async function packed(packing: Packing, columns = MANY): Promise<Uint8Array> {
		const file = path.join(folder, `${packing}.parquet`);
		const connection = await (await DuckDBInstance.create(':memory:')).connect();
		await connection.run(
			`COPY (SELECT ${columns}) TO '${file}' (FORMAT parquet, CODEC '${packing}', ROW_GROUP_SIZE 2048)`
		);
		return new Uint8Array(readFileSync(file));
	}

	test.each(['SNAPPY', 'UNCOMPRESSED'] as const)('%s is read', async (codec) => {
		const read = await reading(parquet(codec));
		expect(read.kind).toBe('parquet');
		expect(rowsOf(read)).toEqual([
			['32.01', 1.5],
			['32.02', 2.5]
		]);
		expect(read.join).toMatchObject({ places: 2, found: 2 });
	});

	test.each(PACKINGS)('%s, as DuckDB packs it, is read', async (packing) => {
		const read = await reading(await packed(packing));
		expect(read.lines).toHaveLength(ROWS);
		expect(rowsOf(read)[4321]).toEqual(['32.02', 2160.5]);
	});

	test.each(PACKINGS)(
		'%s that is damaged is refused by name or gives other values, and ends soon',
		async (packing) => expectDamageTold(await packed(packing)),
		30_000
	);

	test('a run that says that it is two thousand million long is refused by name', async () => {
		// Levels of the first page: their length in four bytes, then a run of one value.
		const whole = await packed('UNCOMPRESSED');
		const run = Buffer.from(whole).indexOf(Uint8Array.of(0x03, 0, 0, 0, 0x80, 0x20, 0x01));
		expect(run).toBeGreaterThan(0);
		const long = whole.slice();
		long.set([0xfe, 0xff, 0x7f], run + 4);
		expect((await faultIn(long)).rule).toBe('parquet_damaged');
	});

	test('a packing that is not known is refused by its name', async () => {
		const whole = await packed('SNAPPY');
		const names = Buffer.from(whole);
		// Its number stands behind the column's name, in the foot.
		for (const name of ['kode', 'nilai'])
			for (
				let at = names.indexOf(`${name}\u0015\u0002`);
				at >= 0;
				at = names.indexOf(`${name}\u0015\u0002`, at + 1)
			)
				names[at + name.length + 1] = 6;
		expect(await faultIn(new Uint8Array(names))).toMatchObject({
			rule: 'parquet_packing',
			found: 'LZO'
		});
	});

	test('what unpacks to more than is read, and a text in a million cells, are refused by name', async () => {
		const big = await packed('ZSTD', `repeat('x', 1000000) AS kode FROM range(400) r(i)`);
		expect(big.length).toBeLessThan(1_000_000);
		expect(['unpacks_too_large', 'too_much_text']).toContain((await faultIn(big)).rule);
	});

	test('every type of DuckDB’s is read as what it means', async () => {
		const read = await reading(
			await packed(
				'SNAPPY',
				`1.25::DECIMAL(10, 2) AS a, -12345678901234567890.5::DECIMAL(38, 3) AS b, DATE '2024-02-03' AS c,
				TIMESTAMP '2024-02-03 04:05:06' AS d, TIME '10:11:12' AS e, 123456789012345678 AS f, true AS g,
				'k'::ENUM('k', 'l') AS h, [1, 2] AS i, NULL::INTEGER AS j, 'x'::BLOB AS k`
			),
			{ types: { 1: 'text', 4: 'text', 5: 'text', 8: 'text' } }
		);
		expect(rowsOf(read)).toEqual([
			[
				1.25,
				'-12345678901234567890.500',
				'2024-02-03',
				'2024-02-03',
				'10:11:12',
				'123456789012345678',
				true,
				'k',
				'[1,2]',
				null,
				'x'
			]
		]);
	});

	test('a file of Polars, with texts and categories of its own kinds, is read', async () => {
		const read = await reading(sample('polars.parquet'));
		expect(rowsOf(read)).toEqual([
			['32.01', 1.5, 'a'],
			['32.02', null, 'b'],
			['32.03', 3, 'a']
		]);
	});

	test('wherever it is cut, it is refused by name', async () => {
		const whole = parquet();
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
				expect(['parquet_cut', 'parquet_damaged']).toContain(
					(await faultIn(whole.slice(0, length))).rule
				);
			})
		);
	});

	test('a foot that says more than the file holds is refused by name', async () => {
		const whole = parquet();
		new DataView(whole.buffer).setUint32(whole.length - 8, 0x7fffffff, true);
		expect((await faultIn(whole)).rule).toBe('parquet_cut');
	});
});
