import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import {
	parsePerturbation,
	perturb,
	perturbationTable,
	perturbedSql,
	rowOf,
	type Perturbation
} from '$lib/protect/perturbation';

const HEADER = ['pcv', 'ckey', 'pvalue'];

/** A whole table in the form of the ONS, with eight keys: 750 values, each rounded to base 5 and small ones to 0. */
function rows(): string[][] {
	return Array.from({ length: 750 }, (_, index) => index + 1).flatMap((value) =>
		Array.from({ length: 8 }, (_, key) => {
			const rest = value % 5;
			const rounded = value - rest + (key * 5 < 8 * rest ? 5 : 0);
			const change = rounded < 10 ? -value : rounded - value;
			return [String(value), String(key), String(change)];
		})
	);
}

function table(): Perturbation {
	const read = parsePerturbation(HEADER, rows());
	if (!read.ok) throw new Error(read.fault);
	return read.table;
}

describe('a perturbation table in the form of the ONS', () => {
	it('says its base, its keys and how far a published count is from the true one', () => {
		expect(table()).toMatchObject({ keys: 8, rows: 750, base: 5, bound: 4 });
	});

	it('is read by the names of its columns, whatever their order', () => {
		const turned = rows().map(([value = '', key = '', change = '']) => [change, value, key]);
		const read = parsePerturbation(['pvalue', 'pcv', 'ckey'], turned);
		expect(read.ok && read.table.values).toEqual(table().values);
	});

	it.each([
		[1, 1],
		[750, 750],
		[751, 501],
		[752, 502],
		[1000, 750],
		[1001, 501],
		[1_000_000, 750]
	])('looks up a count of %i in row %i', (n, row) => {
		expect(rowOf(n)).toBe(row);
	});

	it('gives the same in SQL, above its last row as well', async () => {
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		const whole = table();
		await connection.run(perturbationTable(whole));
		const sql = `SELECT n, ck, (${perturbedSql(whole, 'n', 'ck')})::INTEGER AS pub
			FROM (SELECT n::BIGINT AS n, ck::USMALLINT AS ck FROM range(1, 1600) AS a(n), range(0, 4096, 511) AS b(ck))`;
		const found = (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
		expect(found.length).toBeGreaterThan(10_000);
		for (const [n = 0, key = 0, pub] of found)
			expect([n, key, pub]).toEqual([n, key, perturb(whole, n, key)]);
		connection.closeSync();
		instance.closeSync();
	});

	it.each([
		['a missing column', ['pcv', 'ckey'], rows(), 'columns', 1],
		[
			'a text where a number belongs',
			HEADER,
			[...rows().slice(0, 5), ['6', '0', 'x']],
			'number',
			7
		],
		['a value above 750', HEADER, [['751', '0', '1']], 'number', 2],
		['a number of keys that does not divide 4096', HEADER, [['1', '2', '0']], 'keys', null],
		['a row that is missing', HEADER, rows().slice(1), 'gap', null],
		['a row that stands twice', HEADER, [...rows(), ['1', '0', '-1']], 'twice', 6002],
		['a count that would be negative', HEADER, [['1', '0', '-2']], 'negative', 2]
	])('is refused with %s', (_, header, lines, fault, row) => {
		expect(parsePerturbation(header, lines)).toEqual({ ok: false, fault, row });
	});
});
