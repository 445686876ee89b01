import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { yearPeriod } from '$lib/model/period';
import { change } from '$lib/query/change';
import { coverage } from '$lib/query/coverage';
import { coverageTotal } from '$lib/query/coverage-total';
import { headlines } from '$lib/query/headlines';
import { periods } from '$lib/query/periods';
import { priorityLists } from '$lib/query/priority-lists';
import { ask } from '$lib/query/question';
import { ranking } from '$lib/query/ranking';
import { series } from '$lib/query/series';
import { sources } from '$lib/query/sources';
import { targets } from '$lib/query/targets';
import { buildExtract } from '../../../data/publish/published/build';
import { QUESTIONS } from '../../support/engine-page/questions';

const folder = mkdtempSync(path.join(os.tmpdir(), 'questions-'));
const engine = createNodeEngine();
beforeAll(async () => {
	const out = path.join(folder, 'published');
	await buildExtract({ published: 'tests/fixtures/published', reference: 'data/reference', out });
	await engine.attach({ id: 'published', base: `${out}/` });
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true, force: true });
});

const jabar = { level: 'regency', province: '32' } as const;

describe('every question', () => {
	it.each(Object.entries(QUESTIONS))('%s is understood by DuckDB', async (_, question) => {
		const plan = await engine.query(`EXPLAIN ${question.sql}`, question.params);
		expect(plan.numRows).toBeGreaterThan(0);
	});
});

describe('coverage: PKH families for each hundred poor people', () => {
	it('divides, ranks what is plausible, and says why the others have no rank', async () => {
		const rows = await ask(engine, coverage({ province: '32', year: 2023 }));
		const of = (code: string) => rows.find(({ region }) => region === code);
		expect(rows).toHaveLength(27);
		expect(of('32.03')).toMatchObject({ value: 45, rank: 1, state: 'computed' });
		// 100,000 families over the surer 400,000 people, not the doubtful 999,999. Ties share a rank.
		expect(of('32.01')).toMatchObject({ value: 25, rank: 2, certainty: 'high' });
		expect(of('32.71')).toMatchObject({ value: 25, rank: 2 });
		expect(of('32.04')).toMatchObject({ rank: null, flag: 'jump', state: 'computed' });
		expect(of('32.18')).toMatchObject({ value: null, rank: null, flag: 'placeholder_zero' });
		expect(of('32.73')).toMatchObject({ value: null, state: 'missing' });
		expect(of('32.73')?.people.value).toBe(100_000);
		expect(of('32.02')).toMatchObject({ value: null, state: 'missing', sourceId: '' });
	});

	it('of a province is the ratio of sums over plausible regencies, the others counted', async () => {
		const rows = await ask(engine, coverageTotal({ province: '32' }));
		expect(rows.map(({ period }) => period)).toEqual([yearPeriod(2023), yearPeriod(2024)]);
		// (100,000 + 90,000 + 20,000) families over (400,000 + 200,000 + 80,000) people.
		expect(rows[0]).toMatchObject({
			families: 210_000,
			people: 680_000,
			included: 3,
			excluded: 24
		});
		expect(rows[0]?.value).toBeCloseTo(21_000_000 / 680_000, 10);
	});
});

describe('a ranking', () => {
	it('puts implausible values after the ranked and regions without a figure last', async () => {
		const asked = { ...jabar, indicator: 'pkh_families', period: yearPeriod(2023) };
		const rows = await ask(engine, ranking(asked));
		expect(rows.slice(0, 6).map(({ region, rank }) => [region, rank])).toEqual([
			['32.01', 1],
			['32.03', 2],
			['32.71', 3],
			['32.04', null],
			['32.18', null],
			['32.02', null]
		]);
		expect(rows).toHaveLength(27);
		expect(rows.at(-1)).toMatchObject({ state: 'missing', value: null, unit: 'families' });
	});
});

describe('a change between two periods', () => {
	it('is absolute and relative, and nothing where one side is not there', async () => {
		const rows = await ask(
			engine,
			change({ ...jabar, indicator: 'pkh_families', from: yearPeriod(2023), to: yearPeriod(2024) })
		);
		expect(rows.slice(0, 2)).toMatchObject([
			{ region: '32.01', absolute: 10_000, relative: 10 },
			{ region: '32.03', absolute: -9000, relative: -10 }
		]);
		expect(rows.slice(2).every(({ absolute }) => absolute === null)).toBe(true);
	});
});

describe('headlines', () => {
	it('give the latest observed figure, a target only where it is asked for', async () => {
		const rows = await ask(
			engine,
			headlines([
				{ indicator: 'kmp_members_from_pkh', region: '35.09' },
				{ indicator: 'poverty_rate', region: '00' },
				{ indicator: 'poverty_rate', region: '00', state: 'target' },
				{ indicator: 'poverty_line', region: '00' }
			])
		);
		expect(rows.map(({ key, value, state }) => [key, value, state])).toEqual([
			[0, null, 'not_counted'],
			[1, 9.03, 'published'],
			[2, 6.5, 'target']
		]);
	});
});

describe('series, periods, sources and lists', () => {
	it('orders a series by time and keeps the flag', async () => {
		const rows = await ask(engine, series({ indicators: ['pkh_families'], regions: ['32.04'] }));
		expect(rows).toMatchObject([{ value: 817, flag: 'jump', regionName: 'Kabupaten Bandung' }]);
	});

	it('counts regions with a value and the plausible ones among them', async () => {
		expect(await ask(engine, periods('pkh_families', 'regency'))).toEqual([
			{ period: yearPeriod(2023), regions: 5, plausible: 3 },
			{ period: yearPeriod(2024), regions: 2, plausible: 2 }
		]);
	});

	it('counts the figures of a source, and keeps a source that has none', async () => {
		const rows = await ask(engine, sources('id'));
		expect(rows[0]).toMatchObject({ id: 'dinsos-jabar-pkh-20731', figures: 8 });
		expect(rows.at(-1)?.figures).toBe(0);
	});

	it('gives a list its members, and none to a list whose members are not public', async () => {
		const lists = await ask(engine, priorityLists('en'));
		expect(lists.find(({ id }) => id === 'pke-2021-35')?.members).toHaveLength(35);
		for (const list of lists) if (!list.membersPublic) expect(list.members).toEqual([]);
	});
});

describe('targets', () => {
	it('are by indicator and date, each the way that its definition calls better', async () => {
		const rows = await ask(engine, targets());
		expect(
			rows.map(({ indicator, region, date, value, direction, certainty }) =>
				[indicator, region, date, value, direction, certainty].join(' ')
			)
		).toEqual([
			'kmp_cooperatives 00 2025-12-31 80000 at_least medium',
			'poverty_rate 00 2024-12-31 6.5 at_most high',
			'poverty_rate 00 2029-12-31 5 at_most high'
		]);
	});
});
