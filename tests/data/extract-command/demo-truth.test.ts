import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, makeDemo } from '../../../data/demo/make';
import type { ExtractResult } from '../../../data/publish/extract/job';
import { makeExtract } from '../../../data/publish/extract/make';
import { readReporting } from '../../../data/publish/extract/table';
import { demoSecret } from '../../../data/publish/secret/demo';
import { LISTS } from '../../../src/lib/model';
import { jobFor } from './support/lists';
import { room } from './support/run';

const { at, leave } = room();
afterAll(leave);

let demo: Demo;
let result: ExtractResult;
/** Exact counts of the last month: `32.01 kmp_pkh`. */
let exact: Map<string, number>;

beforeAll(async () => {
	demo = await makeDemo({
		...{ people: 4000, months: 6, seed: 'truth', out: at('lists'), regions: 'priority' }
	});
	const files = LISTS.map((list) => ({ list, file: demo.files[list] }));
	const last = 2025 * 12 + 11;
	result = await makeExtract(
		jobFor(files, demoSecret('truth'), at('out'), {
			...{ kind: 'demo', from: last, until: last, raw: at('raw.duckdb'), today: '2026-01-01' },
			reporting: readReporting(demo.files.reporting)
		})
	);
	const instance = await DuckDBInstance.create(at('raw.duckdb'), { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const reader = await connection.runAndReadAll(
		`SELECT region::VARCHAR, measure::VARCHAR, n::INTEGER FROM cells.k1 WHERE month = '2025-12-01'`
	);
	exact = new Map(
		reader.getRows().map(([region, measure, n]) => [`${region} ${measure}`, Number(n)])
	);
	connection.closeSync();
	instance.closeSync();
}, 180_000);

describe('the report over a demo of which everything is known', () => {
	it.each(LISTS)('says of %s what was put in: rows, refused by rule, merged, linked', (list) => {
		const { rows, linked, merged, refused, faults } = demo.truth.lists[list];
		expect(result.loaded.files.filter((file) => file.list === list)).toMatchObject([
			{ rows, linked, merged, refused }
		]);
		const found = result.loaded.refusedByRule.filter((one) => one.list === list);
		const { duplicate, ...rules } = faults;
		expect(duplicate).toBe(merged);
		expect(Object.fromEntries(found.map((one) => [one.rule, one.rows]))).toEqual(rules);
		expect(Object.keys(rules).length).toBeGreaterThan(3);
	});

	it('counts recipients, members and both as they were put in, in every regency that reported', () => {
		const received = new Set(
			readReporting(demo.files.reporting)
				.filter(({ through }) => through === 2025 * 12 + 11)
				.map(({ region, list }) => `${region} ${list}`)
		);
		const whole = demo.truth.overlap.filter(
			({ region }) => received.has(`${region} beneficiaries`) && received.has(`${region} members`)
		);
		expect(whole.length).toBeGreaterThan(10);
		const counted = (region: string, measure: string) => exact.get(`${region} ${measure}`) ?? 0;
		for (const { region, pkh, kmp, both } of whole)
			expect({
				region,
				pkh: counted(region, 'pkh'),
				kmp: counted(region, 'kmp'),
				both: counted(region, 'kmp_pkh')
			}).toEqual({ region, pkh, kmp, both });
		expect(whole.reduce((sum, { both }) => sum + both, 0)).toBeGreaterThan(20);
	});

	it('is marked as a demo, whose secret anyone can make', () => {
		expect(result.manifest).toMatchObject({ kind: 'demo', protection: { demoSecret: true } });
	});
});
