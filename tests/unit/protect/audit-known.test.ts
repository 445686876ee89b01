import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attempt } from '../../../data/publish/audit/attempt';
import {
	checkAveraging,
	checkDifferencing,
	checkRelease
} from '../../../data/publish/audit/checks';
import { startSolver } from '../../../data/publish/audit/solver';
import { ProgramBuilder } from '../../../src/lib/protect/attack';
import {
	cellsView,
	CUBE_IDS,
	figuresOfRule,
	partsTable,
	WITHHELD,
	withheldTable
} from '../../../src/lib/protect/audit';
import { fillCells } from './support/cells';

const RULE = figuresOfRule({ kind: 'rounding' });
/** Keys that round any remainder up, and down. */
const UP = 0;
const DOWN = 4095;

let instance: DuckDBInstance;
let connection: DuckDBConnection;

/** Empty cells of two regencies in one province, into which the tests put theirs. */
beforeEach(async () => {
	instance = await DuckDBInstance.create(':memory:');
	connection = await instance.connect();
	await fillCells(connection, { people: 0, regencies: 2, months: 1, seed: 1 });
	for (const id of CUBE_IDS) {
		await connection.run(`DELETE FROM cells.${id}`);
		await connection.run(cellsView(id, 'cells', { kind: 'rounding' }));
	}
	await connection.run(withheldTable('cells'));
	await connection.run(partsTable('cells.region_level', 'cells.list_member'));
});
afterEach(() => {
	connection.closeSync();
	instance.closeSync();
});

/** @param other tells sets of people apart where their keys are equal */
async function put(cube: string, where: string, n: number, ck: number, other = n): Promise<void> {
	await connection.run(`INSERT INTO cells.${cube} VALUES (${where}, ${n}, ${ck}, ${other}, NULL)`);
}
const k1 = (region: string, measure: string, month = '2024-01-01') =>
	`'${region}', DATE '${month}', '${measure}'`;

describe('counts under the threshold, on a table made by hand', () => {
	it('are 3 of fewer than six people and 2 of six to nine, where true counts are published', async () => {
		const counts = { pkh: 1, sembako: 4, assisted: 5, kmp: 6, kjmis: 9, training: 10, savings: 23 };
		for (const [measure, n] of Object.entries(counts))
			await put('k1', k1('11.01', measure), n, DOWN);
		const told = `(SELECT region, month, measure, n AS pub FROM audit_k1)`;
		const none = (id: string) => `(SELECT * FROM audit_${id} WHERE false)`;
		const checks = await checkRelease(
			connection,
			RULE,
			(id) => (id === 'k1' ? told : none(id)),
			null
		);
		expect(checks.find(({ name }) => name === 'small_counts')).toMatchObject({
			verdict: 'failed',
			figures: { cells: 7, tiny: 3, small: 2 }
		});
	});
});

describe('averaging', () => {
	/** A complete month: ten deciles, two sexes and five age bands, all of them published. */
	async function complete(): Promise<void> {
		const ages = ['0-14', '15-24', '25-44', '45-64', '65+'];
		await put('k1', k1('11.01', 'training'), 1000, 5);
		for (let decile = 1; decile <= 10; decile++)
			await put('k2', `${k1('11.01', 'training')}, '${decile}'`, 100, decile);
		for (const sex of ['male', 'female'])
			await put('k3', `${k1('11.01', 'training')}, '${sex}', '*'`, 500, 5);
		for (const age of ages) {
			await put('k3', `${k1('11.01', 'training')}, '*', '${age}'`, 200, 5);
			for (const sex of ['male', 'female'])
				await put('k3', `${k1('11.01', 'training')}, '${sex}', '${age}'`, 100, 5);
		}
	}

	it('leaves 2 ÷ √(1 + 1/10 + 1/2 + 1/5 + 1/10) of a count that is published in full', async () => {
		await complete();
		const { check } = await checkAveraging(connection, RULE, false);
		expect(check.figures.least).toBeCloseTo(2 / Math.sqrt(1.9), 9);
		expect(check.verdict).toBe('passed');
	});

	it('learns nothing from a partition of one part: the same people have the same noise', async () => {
		await put('k1', k1('11.01', 'training'), 1000, 5);
		await put('k2', `${k1('11.01', 'training')}, '1'`, 1000, 5);
		const { check } = await checkAveraging(connection, RULE, false);
		expect(check.figures.least).toBeCloseTo(2, 9);
	});

	it('learns less from a partition of which a part is absent', async () => {
		await put('k1', k1('11.01', 'training'), 104, DOWN);
		await put('k2', `${k1('11.01', 'training')}, '1'`, 100, 5);
		await put('k2', `${k1('11.01', 'training')}, '2'`, 4, DOWN);
		const { check } = await checkAveraging(connection, RULE, false);
		expect(check.figures.least).toBeCloseTo(Math.sqrt(1 / (1 / 4 + 1 / (4 + 8.25))), 9);
	});

	it('withholds the finest cells, and only those, where the deviation left is below 1', async () => {
		await complete();
		// √(1.85 ÷ 1.9) is below 1; without the finest cells it is √(1.85 ÷ 1.8), which is not.
		const narrow = { ...RULE, variance: 1.85 };
		const { check, layers } = await checkAveraging(connection, narrow, true);
		expect(layers).toEqual([
			{ cube: 'k3', layer: 'sex,age', region: '11.01', period: '2024-01', measure: 'training' }
		]);
		expect(check.figures.least).toBeCloseTo(Math.sqrt(1.85 / 1.8), 9);
		expect(check.verdict).toBe('passed');
		const kept = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${WITHHELD}`);
		expect(kept.getRows()).toEqual([[1]]);
	});
});

describe('differencing', () => {
	it('leaves three differences where a part is rounded up and its whole down', async () => {
		// 11 of 12: published 15 and 10. The whole is 6 … 14, the part 11 … 19, and they are not the same.
		await put('k1', k1('11.01', 'pkh'), 11, UP);
		await put('k1', k1('11.01', 'assisted'), 12, DOWN);
		const check = await checkDifferencing(connection, RULE);
		expect(check).toMatchObject({ verdict: 'passed', figures: { near: 1, fewest: 3, exposed: 0 } });
	});

	it('fails under a rule that moves counts less: then one is left', async () => {
		await put('k1', k1('11.01', 'pkh'), 15, DOWN, 1);
		await put('k1', k1('11.01', 'assisted'), 20, DOWN, 2);
		const check = await checkDifferencing(connection, { ...RULE, bound: 0 });
		expect(check).toMatchObject({ verdict: 'failed', figures: { near: 1, fewest: 1, exposed: 1 } });
	});

	it('has no pair of the same people, nor of one month and the month after next', async () => {
		await put('k1', k1('11.01', 'pkh'), 12, 7);
		await put('k1', k1('11.01', 'assisted'), 12, 7);
		await put('k1', k1('11.01', 'pkh', '2024-03-01'), 13, 7);
		const { figures } = await checkDifferencing(connection, RULE);
		expect(figures.near).toBe(0);
	});

	it('compares a month with the next, and a place with its parts', async () => {
		await put('k1', k1('11.01', 'pkh'), 52, DOWN);
		await put('k1', k1('11.01', 'pkh', '2024-02-01'), 53, DOWN);
		await put('k1', k1('11', 'pkh'), 55, DOWN);
		const { figures } = await checkDifferencing(connection, RULE);
		expect(figures.near).toBe(2);
	});
});

describe('a solver that breaks down', () => {
	/** a + b + c = 6 and a = b, c = 2: only the solver sees that a is 2. */
	function program() {
		const builder = new ProgramBuilder();
		const [a, b, c] = [0, 1, 2].map(() => builder.variable(0, 9));
		const cells = [a, b, c].map((cell) => cell ?? 0);
		builder.row(cells, [], 6, 6);
		builder.row(cells.slice(0, 1), cells.slice(1, 2), 0, 0);
		builder.row(cells.slice(0, 2), cells.slice(2), 2, 2);
		return { program: builder.build(), targets: [0], known: Float64Array.from([2, 2, 2]) };
	}

	it('is started again, and the attack with it', async () => {
		const solver = await startSolver();
		let opened = 0;
		const once = {
			open: (one: Parameters<typeof solver.open>[0]) => {
				if (opened++ === 0) throw new Error('out of memory');
				return solver.open(one);
			},
			reload: () => solver.reload()
		};
		const { findings } = await attempt(program(), once);
		expect(findings[0]).toMatchObject({ verdict: 'narrowed', low: 2, high: 2 });
	});

	it('leaves the count unproven where it breaks down again, never open', async () => {
		const never = {
			open: () => {
				throw new Error('out of memory');
			},
			reload: () => Promise.resolve()
		};
		const { findings } = await attempt(program(), never);
		expect(findings[0]?.verdict).toBe('unsolved');
	});
});
