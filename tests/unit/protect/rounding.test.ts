import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { boundsOf, KEY_SPACE, ROUNDING, roundCount, roundSql } from '$lib/protect/rounding';

const keys = Array.from({ length: KEY_SPACE }, (_, key) => key);

describe('keyed random rounding to base 5', () => {
	it.each([
		// By hand: 13 leaves 3, so it goes up where key × 5 < 4096 × 3, that is below 2457.6.
		[13, 0, 15],
		[13, 2457, 15],
		[13, 2458, 10],
		[13, 4095, 10],
		[10, 0, 10],
		[10, 4095, 10],
		[0, 0, 0],
		[9, 0, 10],
		[9, 3276, 10],
		[9, 3277, 5],
		[6, 819, 10],
		[6, 820, 5],
		[1_000_001, 819, 1_000_005],
		[1_000_001, 820, 1_000_000]
	])('makes %i with key %i into %i', (n, key, rounded) => {
		expect(roundCount(n, key)).toBe(rounded);
	});

	it('is a multiple of 5 within 4 of the count, for every remainder and key', () => {
		for (let n = 0; n < 30; n++)
			for (const key of keys) {
				const rounded = roundCount(n, key);
				expect(rounded % ROUNDING.base).toBe(0);
				expect(Math.abs(rounded - n)).toBeLessThanOrEqual(ROUNDING.bound);
				const [low, high] = boundsOf(rounded);
				expect(low <= n && n <= high).toBe(true);
			}
	});

	it('has no bias over all keys, to the last of the 4096', () => {
		for (let n = 20; n < 25; n++) {
			const error = keys.reduce((sum, key) => sum + roundCount(n, key) - n, 0);
			expect(Math.abs(error)).toBeLessThan(ROUNDING.base);
		}
	});

	it('publishes no count below 6, and 6 to 9 as 10 alone', () => {
		for (let n = 0; n < 10; n++) {
			const published = new Set(keys.map((key) => roundCount(n, key)).filter((one) => one >= 10));
			expect([n, [...published]]).toEqual([n, n < 6 ? [] : [10]]);
		}
	});

	it('is the same in SQL', async () => {
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		const sql = `SELECT n, ck, ${roundSql('n', 'ck')}::INTEGER AS pub
			FROM range(0, 40) AS a(n), range(0, ${KEY_SPACE}, 7) AS b(ck)`;
		await connection.run(`EXPLAIN ${sql}`);
		const rows = (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
		expect(rows.length).toBeGreaterThan(20_000);
		for (const [n = 0, key = 0, pub] of rows)
			expect([n, key, pub]).toEqual([n, key, roundCount(n, key)]);
		connection.closeSync();
		instance.closeSync();
	});
});
