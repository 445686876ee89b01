import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIVITIES } from '$lib/model';
import { CUBES } from '$lib/protect/cubes';
import { publishedSql } from '$lib/protect/publish';
import type { Population } from '../../support/population/rows';
import { populationStatements } from '../../support/population/statements';

/** January 2024; the months counted are July 2024 to June 2025. */
const JANUARY = 2024 * 12;

interface Step {
	kind: (typeof ACTIVITIES)[number];
	date: string;
}

/** One person of Kabupaten Bogor on PKH since a month, with steps and a cooperative. */
function person(number: number, since: number | null, steps: readonly Step[]): Population {
	const id = { pid: BigInt(number), rkey: number, sex: 2, birth: 1985 * 12 };
	return {
		receipt: [
			{
				...id,
				fid: BigInt(1000 + number),
				frkey: number,
				programme: 0,
				region: 3201,
				decile: 1,
				first: since,
				last: null,
				business: null
			}
		],
		membership: [],
		activity: steps.map(({ kind, date }) => ({
			...id,
			kind: ACTIVITIES.indexOf(kind),
			date,
			amount: null,
			cooperative: null,
			region: 3201,
			region_stated: true
		})),
		cooperative: []
	};
}

function together(parts: readonly Population[]): Population {
	return {
		receipt: parts.flatMap(({ receipt }) => receipt),
		membership: parts.flatMap(({ membership }) => membership),
		activity: parts.flatMap(({ activity }) => activity),
		cooperative: parts.flatMap(({ cooperative }) => cooperative)
	};
}

const member = (
	number: number,
	joined: string | null,
	left: string | null,
	last: string | null
) => ({
	pid: BigInt(number),
	rkey: number,
	programme: 0,
	cooperative: 0,
	region: 3201,
	region_stated: true,
	sex: 2,
	birth: 1985 * 12,
	joined,
	left_on: left,
	last_transaction: last
});

const population = together([
	// Into a group in October 2024, after 9 months of assistance.
	person(1, JANUARY, [{ kind: 'kube', date: '2024-10-05' }]),
	// From assistance straight to credit in the same month as the group: one step up, to the higher.
	person(2, JANUARY, [
		{ kind: 'kube', date: '2024-10-05' },
		{ kind: 'kur', date: '2024-10-25' }
	]),
	// Group in August 2024, credit in March 2025: two moves in two years.
	person(3, null, [
		{ kind: 'prokus', date: '2024-08-01' },
		{ kind: 'umi', date: '2025-03-31' }
	]),
	// Credit first: the group that comes later is no step up.
	person(4, JANUARY, [
		{ kind: 'umi', date: '2024-08-01' },
		{ kind: 'kube', date: '2024-12-01' }
	]),
	// In the first month counted: where the person stood in the month before is known.
	person(5, JANUARY, [{ kind: 'mekaar', date: '2024-07-15' }]),
	// Before the months counted: not a move of this extract.
	person(6, JANUARY, [{ kind: 'kube', date: '2024-03-01' }]),
	{
		receipt: [],
		activity: [
			{
				...person(7, null, []).receipt[0],
				pid: 7n,
				rkey: 7,
				sex: 2,
				birth: 1985 * 12,
				kind: ACTIVITIES.indexOf('savings'),
				date: '2024-09-30',
				amount: 5000,
				cooperative: 1,
				region: 3201,
				region_stated: true
			}
		],
		membership: [
			// Bought on 2 July: active on 31 July, 31 August and 30 September (90 days), not on 31 October.
			member(1, '2024-01-10', null, '2024-07-02'),
			// Left within August: a member on 31 July and no more.
			member(2, null, '2024-08-20', null),
			// Saved at another cooperative: not active in this one.
			member(7, '2024-01-10', null, null),
			// Of Jepara, whose activities never came.
			{ ...member(8, '2024-01-10', null, '2024-07-02'), region: 3320, cooperative: 1 }
		],
		cooperative: [
			{ number: 0, code: 'KMP-1', programme: 0 },
			{ number: 1, code: 'KMP-2', programme: 0 }
		]
	}
]);

describe('the ladder and the cooperatives, counted by hand', () => {
	let instance: DuckDBInstance;
	let connection: DuckDBConnection;

	beforeAll(async () => {
		instance = await DuckDBInstance.create(':memory:');
		connection = await instance.connect();
		for (const sql of populationStatements(population)) {
			// Whatever asks for rows is planned first, so that a fault names the statement.
			if (/^(INSERT INTO \w+\s+(SELECT|WITH)|CREATE.* TABLE .* AS)/s.test(sql))
				await connection.run(`EXPLAIN ${sql}`);
			await connection.run(sql);
		}
	}, 60_000);

	afterAll(() => {
		connection.closeSync();
		instance.closeSync();
	});

	async function rows(sql: string) {
		return (await connection.runAndReadAll(sql)).getRows();
	}

	it('counts who moved up, from the step before the month to the step after it', async () => {
		const found = await rows(`SELECT year::INTEGER, measure::VARCHAR, n::INTEGER FROM cells.k5
			WHERE region = '32.01' AND waiting = '*' ORDER BY ALL`);
		expect(found).toEqual([
			[2024, 'moved_assistance_group', 2],
			[2024, 'moved_assistance_kur', 1],
			[2024, 'moved_assistance_micro', 2],
			[2025, 'moved_group_micro', 1]
		]);
	});

	it('tells the wait in bands, and says where the beginning is not known', async () => {
		const found = await rows(`SELECT measure::VARCHAR, waiting::VARCHAR, n::INTEGER FROM cells.k5
			WHERE region = '32.01' AND waiting <> '*' ORDER BY ALL`);
		expect(found).toEqual([
			['moved_assistance_group', '6-11', 1],
			['moved_assistance_group', 'unknown', 1],
			['moved_assistance_kur', '6-11', 1],
			['moved_assistance_micro', '6-11', 2],
			['moved_group_micro', '6-11', 1]
		]);
	});

	it('leaves each person on one step alone, the highest', async () => {
		const found = await rows(`SELECT measure::VARCHAR, n::INTEGER FROM cells.k1
			WHERE region = '32.01' AND month = DATE '2025-06-01' AND measure IN
				('step_assistance', 'step_group', 'step_micro', 'step_kur', 'graduated') ORDER BY ALL`);
		expect(found).toEqual([
			['step_group', 2],
			['step_kur', 1],
			['step_micro', 3]
		]);
	});

	it('counts the members of a cooperative on the last day, and who bought within 90 days', async () => {
		const found = await rows(`SELECT strftime(month, '%Y-%m'), measure::VARCHAR, n::INTEGER
			FROM cells.k6 WHERE cooperative = 'KMP-1' AND month < DATE '2024-11-01' ORDER BY ALL`);
		expect(found).toEqual([
			['2024-07', 'active', 1],
			['2024-07', 'members', 3],
			['2024-08', 'active', 1],
			['2024-08', 'members', 2],
			['2024-09', 'active', 1],
			['2024-09', 'members', 2],
			['2024-10', 'members', 2]
		]);
	});

	it('calls nobody active where a list that tells of it never came', async () => {
		const found = await rows(`SELECT DISTINCT measure::VARCHAR FROM cells.k1
			WHERE region = '33.20' AND month = DATE '2024-07-01' AND measure IN ('kmp', 'kmp_active')`);
		expect(found).toEqual([['kmp']]);
		const ofCooperative = await rows(`SELECT DISTINCT measure::VARCHAR
			FROM cells.k6 WHERE cooperative = 'KMP-2' AND month = DATE '2024-07-01' ORDER BY ALL`);
		expect(ofCooperative).toEqual([['members']]);
	});

	it('counts in the year who was a member at any time in it', async () => {
		const found = await rows(`SELECT year::INTEGER, n::INTEGER FROM cells.k4 WHERE region = '32.01'
			AND measure = 'kmp' AND decile = '*' AND sex = '*' AND age = '*' ORDER BY ALL`);
		expect(found).toEqual([
			[2024, 3],
			[2025, 2]
		]);
	});

	it('publishes none of it: nowhere are there ten people', async () => {
		for (const cube of CUBES)
			expect(await rows(publishedSql(cube, { kind: 'rounding' }))).toEqual([]);
	});
});
