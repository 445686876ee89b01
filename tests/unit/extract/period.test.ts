import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { periodOf } from '../../../data/publish/extract/period';
import { ExtractFailure } from '../../../data/publish/extract/problem';

const MONTH = (year: number, month: number) => year * 12 + month - 1;

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
	instance = await DuckDBInstance.create(':memory:');
	connection = await instance.connect();
});
afterAll(() => {
	connection.closeSync();
	instance.closeSync();
});
beforeEach(async () => {
	await connection.run('CREATE OR REPLACE TABLE receipt ("first" SMALLINT, "last" SMALLINT)');
	await connection.run('CREATE OR REPLACE TABLE membership (joined DATE, last_transaction DATE)');
	await connection.run('CREATE OR REPLACE TABLE activity (date DATE)');
});

async function problemOf(asked: { from?: number; until?: number }): Promise<unknown> {
	const error = await periodOf(connection, asked, null).catch((caught: unknown) => caught);
	return error instanceof ExtractFailure ? error.problem : error;
}

describe('the months of an extract', () => {
	it('end with the last month of any list and begin with the first, two years at most', async () => {
		await connection.run(`INSERT INTO activity VALUES ('2025-03-31')`);
		await connection.run(`INSERT INTO membership VALUES ('2024-11-02', '2025-02-01')`);
		expect(await periodOf(connection, {}, null)).toEqual({
			from: MONTH(2024, 11),
			until: MONTH(2025, 3)
		});
		await connection.run(`INSERT INTO receipt VALUES (${MONTH(2019, 1)}, NULL)`);
		expect(await periodOf(connection, {}, null)).toEqual({
			from: MONTH(2023, 4),
			until: MONTH(2025, 3)
		});
	});

	it('end where the office says that its districts reported to, and as it was asked before all', async () => {
		await connection.run(`INSERT INTO activity VALUES ('2025-03-31')`);
		const reported = MONTH(2025, 5);
		expect((await periodOf(connection, {}, reported)).until).toBe(reported);
		const asked = { from: MONTH(2025, 1), until: MONTH(2025, 2) };
		expect(await periodOf(connection, asked, reported)).toEqual(asked);
	});

	it('are asked for where no list has one', async () => {
		expect(await problemOf({})).toEqual({ kind: 'no_period' });
		const until = MONTH(2025, 3);
		expect(await periodOf(connection, { until }, null)).toEqual({ from: until, until });
	});

	it('are refused where they end before they begin, or are more than five years', async () => {
		const until = MONTH(2025, 3);
		expect(await problemOf({ from: until + 1, until })).toEqual({
			...{ kind: 'period_order', from: '2025-04', until: '2025-03' }
		});
		expect(await problemOf({ from: until - 60, until })).toMatchObject({
			kind: 'period_long',
			months: 61
		});
		expect(await problemOf({ from: until - 59, until })).toMatchObject({ from: until - 59 });
	});
});

describe('a month that the lists do not reach', () => {
	it('does not make a period without a month', async () => {
		await connection.run(`INSERT INTO activity VALUES ('2025-03-31')`);
		const until = MONTH(2020, 1);
		expect(await periodOf(connection, { until }, null)).toEqual({ from: until, until });
	});
});
