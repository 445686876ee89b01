import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCells } from '../../../data/publish/audit/cells';
import { checkCanary, checkCanaryAlone, checkRelease } from '../../../data/publish/audit/checks';
import {
	type AuditReport,
	biasOf,
	chiSquareTail,
	columnsOf,
	expectedSql,
	figuresOfRule,
	type Remainder
} from '../../../src/lib/protect/audit';
import type { CubeId } from '../../../src/lib/protect/cubes';
import { parsePerturbation, perturbationTable } from '../../../src/lib/protect/perturbation';
import { roundCount } from '../../../src/lib/protect/rounding';
import { fillCells } from './support/cells';

const POPULATION = { people: 3000, regencies: 7, months: 3, seed: 5 };
const RULE = figuresOfRule({ kind: 'rounding' });

let instance: DuckDBInstance;
let connection: DuckDBConnection;
let report: AuditReport;

function audit(more: Partial<Parameters<typeof auditCells>[0]> = {}): Promise<AuditReport> {
	return auditCells({
		connection,
		cells: 'cells',
		rule: { kind: 'rounding' },
		seed: 'small',
		blocks: 120,
		answer: true,
		published: null,
		canary: null,
		...more
	});
}

const checkOf = (of: AuditReport, id: number) => of.checks.find((check) => check.id === id);

beforeAll(async () => {
	instance = await DuckDBInstance.create(':memory:');
	connection = await instance.connect();
	await fillCells(connection, POPULATION);
	await fillCells(connection, { ...POPULATION, schema: 'left_out', where: 'pid <> 7919' });
	await fillCells(connection, { ...POPULATION, schema: 'alone', where: 'pid = 7919' });
	report = await audit({ canary: { with: 'cells', without: 'left_out', alone: 'alone' } });
}, 120_000);
afterAll(() => {
	connection.closeSync();
	instance.closeSync();
});

describe('an audit with the raw cells at hand', () => {
	it('runs ten of the eleven checks, and none fails', () => {
		expect(report.checks.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
			'1 passed',
			'2 passed',
			'3 passed',
			'4 passed',
			'5 passed',
			'6 passed',
			'7 passed',
			'8 passed',
			'9 passed',
			'10 passed',
			'11 not_run'
		]);
	});

	it('leaves the attacker nothing, who breaks plain suppression of the same blocks', () => {
		expect(report.attacker.after.rate).toBe(0);
		expect(report.attacker.before.cells).toBeGreaterThan(500);
		expect(report.attacker.suppressed.rate).toBeGreaterThan(0.1);
		expect(report.attacker.unsolved).toBe(0);
	});

	it('says the same when it runs again', async () => {
		const again = await audit();
		expect(again.attacker).toEqual(report.attacker);
		expect(again.blocks).toEqual(report.blocks);
	});

	it('attacks every block where it is asked to', async () => {
		await fillCells(connection, { people: 250, regencies: 2, months: 1, seed: 3, schema: 'few' });
		const [some, every] = [
			await audit({ cells: 'few', blocks: 20, answer: false }),
			await audit({ cells: 'few', blocks: 'every', answer: false })
		];
		expect(every.blocks.sampled).toBe(every.blocks.all);
		expect(every.blocks).toEqual({ sampled: some.blocks.all, all: some.blocks.all });
		expect(every.blocks.all).toBeGreaterThan(some.blocks.sampled);
		expect(every.attacker.unsolved).toBe(0);
	}, 120_000);

	it('stops where it is told to', async () => {
		await expect(audit({ signal: AbortSignal.abort() })).rejects.toThrow();
	});
});

describe('the checks of what is published', () => {
	beforeAll(() => audit({ blocks: 1 }));

	/** Five cells of known people, and what somebody published of them. */
	async function published(rows: string) {
		await connection.run(
			`CREATE OR REPLACE TEMP TABLE told (region VARCHAR, month DATE, measure VARCHAR, pub UINTEGER)`
		);
		await connection.run(`INSERT INTO told ${rows}`);
		const untouched = (id: CubeId) =>
			`(SELECT ${columnsOf(id).join(', ')}, expected AS pub FROM (${expectedSql(id)}) WHERE expected IS NOT NULL)`;
		const checks = await checkRelease(
			connection,
			RULE,
			(id) => (id === 'k1' ? 'told' : untouched(id)),
			null
		);
		return (name: string) => checks.find((check) => check.name === name);
	}
	const rule = 'SELECT region, month, measure, pub FROM audit_k1 WHERE shown';

	it('pass what the rule gives', async () => {
		const check = await published(rule);
		for (const name of ['multiples', 'distance', 'same_people', 'small_counts'])
			expect(check(name)?.verdict).toBe('passed');
	});

	it('find a figure that is no multiple of five, and one under ten', async () => {
		const check =
			await published(`${rule} AND NOT (region = '00' AND month = '2024-01-01' AND measure IN ('pkh', 'kmp'))
			UNION ALL VALUES ('00', DATE '2024-01-01', 'pkh', 12), ('00', DATE '2024-01-01', 'kmp', 5)`);
		expect(check('multiples')?.figures.odd).toBe(2);
		expect(check('multiples')?.verdict).toBe('failed');
		expect(check('distance')?.verdict).toBe('failed');
	});

	it('find a figure that the people behind it do not give, though it is near', async () => {
		const check =
			await published(`SELECT region, month, measure, CASE WHEN region = '00' AND measure = 'pkh' AND n % 5 <> 0
			THEN n - n % 5 + (n - n % 5 + 5) - pub ELSE pub END FROM audit_k1 WHERE shown`);
		expect(check('distance')?.verdict).toBe('passed');
		expect(check('same_people')?.verdict).toBe('failed');
	});

	it('count cells of fewer than six people, and of six to nine that are not 10', async () => {
		const few = await connection.runAndReadAll(
			`SELECT count(*) FILTER (n < 6)::INTEGER, count(*) FILTER (n BETWEEN 6 AND 9)::INTEGER FROM audit_k1 WHERE n < 10`
		);
		const [[tiny = 0, small = 0] = []] = few.getRows();
		expect(tiny).toBeGreaterThan(0);
		expect(small).toBeGreaterThan(0);
		const check = await published('SELECT region, month, measure, n FROM audit_k1');
		expect(check('small_counts')?.figures).toMatchObject({ tiny, small });
	});
});

describe('people counted under two names', () => {
	it('are found where their sums of keys differ', async () => {
		await connection.run(
			`UPDATE cells.k1 SET ck = (ck + 1) % 4096 WHERE measure = 'kmp_1' AND region = '00'`
		);
		const check = checkOf(await audit({ blocks: 1 }), 4);
		await connection.run(
			`UPDATE cells.k1 SET ck = (ck + 4095) % 4096 WHERE measure = 'kmp_1' AND region = '00'`
		);
		expect(check?.verdict).toBe('failed');
		expect(check?.figures.unlike_sets).toBeGreaterThan(0);
	});
});

describe('the canary', () => {
	it('is in cells, and only those change', async () => {
		const check = await checkCanaryAlone(connection, 'cells', 'left_out', 'alone');
		expect(check.verdict).toBe('passed');
		expect(check.figures.person).toBeGreaterThan(20);
	});

	it('is caught where a cell changes that does not contain the person', async () => {
		await connection.run(`UPDATE left_out.k2 SET ck = (ck + 1) % 4096 WHERE (region, month, measure, decile) IN
			(SELECT (a.region, a.month, a.measure, a.decile) FROM left_out.k2 AS a ANTI JOIN alone.k2 AS b
			ON a.region::VARCHAR = b.region::VARCHAR AND a.measure::VARCHAR = b.measure::VARCHAR LIMIT 1)`);
		const check = await checkCanaryAlone(connection, 'cells', 'left_out', 'alone');
		expect(check).toMatchObject({ verdict: 'failed', figures: { outside: 1, unmoved: 0 } });
	});

	it('is caught where the person was left in a cell', async () => {
		const all = `SELECT 'k1' AS cube, '00|2024-01|pkh' AS key`;
		const check = await checkCanary(connection, 'cells', 'cells', all);
		expect(check).toMatchObject({ verdict: 'failed', figures: { changed: 0, unmoved: 1 } });
	});
});

describe('the check of bias', () => {
	/** A hundred cells of each remainder, so many of them rounded up. */
	const remainders = (up: (rest: number) => number): Remainder[] =>
		[0, 1, 2, 3, 4].map((rest) => ({
			rest,
			cells: 100,
			up: up(rest),
			error: up(rest) * (5 - rest) - (100 - up(rest)) * rest,
			square: 0
		}));

	it('passes numbers that are what chance says', () => {
		const fair = biasOf(
			remainders((rest) => rest * 20),
			RULE
		);
		expect(fair).toMatchObject({ mean: 0, errors: 0, chance: 1, verdict: true });
	});

	it('fails where everything is rounded up, or the wrong remainders are', () => {
		expect(
			biasOf(
				remainders((rest) => (rest === 0 ? 0 : 100)),
				RULE
			).verdict
		).toBe(false);
		const turned = biasOf(
			remainders((rest) => (rest === 0 ? 0 : (5 - rest) * 20)),
			RULE
		);
		expect(turned.verdict).toBe(false);
	});

	it('says nothing of a handful of cells', () => {
		expect(biasOf([{ rest: 1, cells: 3, up: 3, error: 12, square: 0 }], RULE).verdict).toBeNull();
	});

	it("knows the chance that χ² exceeds a value: a table's values for four degrees", () => {
		expect(chiSquareTail(9.488, 4)).toBeCloseTo(0.05, 4);
		expect(chiSquareTail(18.467, 4)).toBeCloseTo(0.001, 5);
	});
});

describe('the rule', () => {
	it('is the same in SQL and outside it', async () => {
		const reader = await connection.runAndReadAll(
			'SELECT n::INTEGER, ck::INTEGER, pub::INTEGER FROM audit_k2 LIMIT 500'
		);
		for (const [n, ck, pub] of reader.getRows())
			expect(roundCount(Number(n), Number(ck))).toBe(pub);
	});
});

describe('a perturbation table in place of the built-in rule', () => {
	it('is audited by the base and the bounds that follow from it, and caught where it is biased', async () => {
		// Rounding to base 5 with eight keys: a remainder of 1 is rounded up in a quarter of them, not a fifth.
		const rows = Array.from({ length: 750 * 8 }, (_, index) => {
			const [n, key] = [1 + Math.floor(index / 8), index % 8];
			return [n, key, key * 5 < 8 * (n % 5) ? 5 - (n % 5) : -(n % 5)].map(String);
		});
		const read = parsePerturbation(['pcv', 'ckey', 'pvalue'], rows);
		if (!read.ok) throw new Error(read.fault);
		await connection.run(perturbationTable(read.table));
		const rule = { kind: 'table', table: read.table } as const;
		expect(figuresOfRule(rule)).toMatchObject({ base: 5, bound: 4, roof: 13, builtIn: false });
		const audited = await audit({ rule, blocks: 40 });
		expect(
			audited.checks.filter(({ verdict }) => verdict !== 'passed').map(({ id }) => id)
		).toEqual([3, 10, 11]);
	});
});
