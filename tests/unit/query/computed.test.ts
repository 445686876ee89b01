import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { counts, type CountRow } from '$lib/query/computed/counts';
import { reporting } from '$lib/query/computed/reporting';
import { LISTS } from '$lib/model';
import { ask } from '$lib/query/question';
import { unreported } from '$lib/query/unreported';
import { COMPUTED_QUESTIONS, OFFICE, OFFICE_TABLES } from '../../support/computed/office';

const engine = createNodeEngine();
beforeAll(async () => {
	for (const sql of OFFICE_TABLES) await engine.query(sql);
});
afterAll(() => engine.close());

const ALL = COMPUTED_QUESTIONS['counts'] as ReturnType<typeof counts>;

describe('counts of a month', () => {
	const of = (rows: readonly CountRow[], region: string, measure: string) =>
		rows.find((row) => row.region === region && row.measure === measure);

	it('has every measure of every place, published or not', async () => {
		const rows = await ask(engine, ALL);
		expect(rows).toHaveLength(4 * 3);
		expect(of(rows, '32', 'pkh')).toMatchObject({ published: 1235, reach: 'received' });
	});

	it('tells a withheld count from a late one and from one that never came', async () => {
		const rows = await ask(engine, ALL);
		const absent = { published: null };
		expect(of(rows, '32.01', 'kmp_pkh')).toMatchObject({ ...absent, reach: 'received' });
		expect(of(rows, '32.02', 'kmp_pkh')).toMatchObject({ ...absent, reach: 'late' });
		expect(of(rows, '32.03', 'kmp')).toMatchObject({ ...absent, reach: 'not_received' });
	});

	it('takes the worst of the lists that a measure needs, and no report for a bad one', async () => {
		const rows = await ask(engine, ALL);
		// No report of beneficiaries is known of 32.03.
		expect(of(rows, '32.03', 'pkh')).toMatchObject({ reach: 'not_received' });
		expect(of(rows, '32', 'kmp')).toMatchObject({ published: 120, reach: 'late' });
	});

	it('never takes a figure of another month', async () => {
		const february = await ask(
			engine,
			counts(OFFICE, '2025-02-01', [{ measure: 'kmp', lists: ['members'] }])
		);
		expect(of(february, '32.02', 'kmp')).toMatchObject({ published: 60, reach: 'received' });
		expect(of(february, '32.01', 'kmp')).toMatchObject({ published: null });
	});

	it('asks no extract whose name could be anything but a name', () => {
		expect(() => counts('x"; DROP', '2025-03-01', [])).toThrow();
	});
});

describe('who reported when', () => {
	it('is told of regencies only, in the order of time', async () => {
		const rows = await ask(engine, reporting(OFFICE));
		expect(rows.map(({ region }) => region)).not.toContain('32');
		expect(rows.filter(({ region }) => region === '32.02')).toEqual([
			{ region: '32.02', list: 'beneficiaries', month: '2025-03-01', state: 'received' },
			{ region: '32.02', list: 'members', month: '2025-02-01', state: 'received' },
			{ region: '32.02', list: 'members', month: '2025-03-01', state: 'late' }
		]);
	});

	it('is told the other way about: what had not come, late, never, or without a report', async () => {
		const [missing, told] = [
			await ask(engine, unreported(OFFICE)),
			await ask(engine, reporting(OFFICE))
		];
		const key = (one: { region: string; list: string; month: string }) =>
			`${one.region} ${one.month} ${one.list}`;
		const received = new Set(told.filter(({ state }) => state === 'received').map(key));
		const plainly = ['32.01', '32.02', '32.03'].flatMap((region) =>
			LISTS.flatMap((list) =>
				['2025-02-01', '2025-03-01']
					.map((month) => ({ region, list, month }))
					.filter((one) => !received.has(key(one)))
			)
		);
		expect(new Set(missing.map(key))).toEqual(new Set(plainly.map(key)));
		expect(missing).toHaveLength(plainly.length);
		expect(missing).toContainEqual({ region: '32.02', list: 'members', month: '2025-03-01' });
	});
});
