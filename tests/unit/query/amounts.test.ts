import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { amounts, type AmountsAsked } from '$lib/query/computed/amounts';
import { ask } from '$lib/query/question';

const EXTRACT = 'tried';
const engine = createNodeEngine();

beforeAll(async () => {
	for (const sql of [
		`CREATE SCHEMA ${EXTRACT}`,
		`CREATE SCHEMA ${EXTRACT}_33`,
		`CREATE TABLE ${EXTRACT}.k1 AS SELECT * FROM (VALUES
			('33.20', DATE '2025-02-01', 'shu', 400, 40000000::BIGINT),
			('33.20', DATE '2025-02-01', 'ewarung', 90, 9000000),
			('33.21', DATE '2025-02-01', 'shu', 15, NULL)
		) AS cell(region, month, measure, pub, rupiah)`,
		`CREATE TABLE ${EXTRACT}.k2 AS SELECT * FROM (VALUES
			('33.20', DATE '2025-02-01', 'shu', '2', 25, 2500000::BIGINT)
		) AS cell(region, month, measure, decile, pub, rupiah)`,
		`CREATE TABLE ${EXTRACT}_33.k4 AS SELECT * FROM (VALUES
			('33.20', 2025::SMALLINT, 'shu', '*', '*', '*', 410, 41000000::BIGINT),
			('33.20', 2025, 'shu', '1', '*', '*', 30, 2700000),
			('33.20', 2025, 'shu', '1', 'female', '*', 20, 1800000),
			('33.20', 2024, 'shu', '*', '*', '*', 300, 30000000)
		) AS cell(region, year, measure, decile, sex, age, pub, rupiah)`,
		`CREATE TABLE ${EXTRACT}.reporting AS SELECT * FROM (VALUES
			('33.20', DATE '2025-01-01', 'activities', 'received'),
			('33.20', DATE '2025-02-01', 'activities', 'received'),
			('33.21', DATE '2025-02-01', 'activities', 'received'),
			('33.22', DATE '2025-02-01', 'activities', 'late'),
			('33.23', DATE '2025-02-01', 'beneficiaries', 'received')
		) AS told(region, month, list, state)`
	])
		await engine.query(sql);
});
afterAll(() => engine.close());

const asked = (more: Partial<AmountsAsked> = {}): AmountsAsked => ({
	cube: 'k1',
	deciles: ['*'],
	from: '2025-02-01',
	until: '2025-02-01',
	regions: ['33.20', '33.21', '33.22', '33.23'],
	amount: { measure: 'shu', lists: ['activities'] },
	...more
});

describe('rupiah of a measure', () => {
	it.each<[string, AmountsAsked]>([
		['by month', asked()],
		['by month and decile', asked({ cube: 'k2', deciles: ['1', '2'] })],
		['by year and decile', asked({ cube: 'k4', deciles: ['*', '1'], file: `${EXTRACT}_33` })]
	])('are understood by DuckDB %s', async (_, question) => {
		const { sql, params } = amounts(EXTRACT, question);
		expect((await engine.query(`EXPLAIN ${sql}`, params)).numRows).toBeGreaterThan(0);
	});

	it('tell withheld people from withheld rupiah, a late list, and one that never came', async () => {
		const rows = await ask(engine, amounts(EXTRACT, asked()));
		expect(
			rows.map(({ region, published, rupiah, reach }) => [region, published, rupiah, reach])
		).toEqual([
			['33.20', 400, 40_000_000, 'received'],
			['33.21', 15, null, 'received'],
			['33.22', null, null, 'late'],
			['33.23', null, null, 'not_received']
		]);
	});

	it('by decile have a row for each that was asked', async () => {
		const rows = await ask(
			engine,
			amounts(EXTRACT, asked({ cube: 'k2', deciles: ['1', '2', 'unknown'], regions: ['33.20'] }))
		);
		expect(rows.map(({ decile, rupiah }) => [decile, rupiah])).toEqual([
			['1', null],
			['2', 2_500_000],
			['unknown', null]
		]);
	});

	it('by year are of the margins of sex and age, from the file that holds them', async () => {
		const rows = await ask(
			engine,
			amounts(
				EXTRACT,
				asked({
					cube: 'k4',
					deciles: ['*', '1'],
					from: '2025-01-01',
					until: '2025-01-01',
					regions: ['33.20'],
					file: `${EXTRACT}_33`
				})
			)
		);
		expect(rows.map(({ start, decile, rupiah }) => [start, decile, rupiah])).toEqual([
			['2025-01-01', '*', 41_000_000],
			['2025-01-01', '1', 2_700_000]
		]);
	});

	it('by year are of one sex where it is asked', async () => {
		const question = asked({
			cube: 'k4',
			deciles: ['*', '1'],
			sex: 'female',
			from: '2025-01-01',
			until: '2025-01-01',
			regions: ['33.20'],
			file: `${EXTRACT}_33`
		});
		const rows = await ask(engine, amounts(EXTRACT, question));
		expect(rows.map(({ rupiah }) => rupiah)).toEqual([null, 1_800_000]);
	});

	it('are not asked of a cube without the groups', () => {
		expect(() => amounts(EXTRACT, asked({ deciles: ['1'] }))).toThrow(RangeError);
		expect(() => amounts(EXTRACT, asked({ cube: 'k2' }))).toThrow(RangeError);
		expect(() => amounts(EXTRACT, asked({ sex: 'female' }))).toThrow(RangeError);
	});
});
