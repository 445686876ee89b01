import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { WAITING_BANDS } from '$lib/model/dimension';
import { cooperatives } from '$lib/query/computed/cooperatives';
import { moves } from '$lib/query/computed/moves';
import { stages } from '$lib/query/computed/stages';
import { ask } from '$lib/query/question';

const EXTRACT = 'ladder';
const PART = 'ladder_32';
const REGIONS = ['00', '31', '31.01', '32', '32.01', '32.02'];
const MONTHS = ['2024-11-01', '2024-12-01', '2025-01-01', '2025-02-01'];
const LISTS = ['members', 'beneficiaries', 'activities'];
const MOVES = ['moved_group_micro', 'moved_assistance_group'];
const CODES = ['K-1', 'K-2'];

/** A count that a cell has; every fourth is withheld. */
function published(...key: (string | number)[]): number | null {
	let hash = 5;
	for (const letter of key.join('|')) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
	return hash % 4 === 0 ? null : 10 + (hash % 300) * 5;
}

function stateOf(region: string, month: string, list: string): string {
	if (region === '31.01' && list === 'members' && month === '2025-01-01') return 'late';
	if (region === '31' && list === 'activities' && month === '2025-02-01') return 'not_received';
	return region === '32.02' && list === 'beneficiaries' && month === '2025-01-01'
		? 'late'
		: 'received';
}

const reachOf = (region: string, months: readonly string[], lists: readonly string[]) => {
	const states = months.flatMap((month) => lists.map((list) => stateOf(region, month, list)));
	return ['not_received', 'late'].find((state) => states.includes(state)) ?? 'received';
};

const engine = createNodeEngine();
const tableOf = (name: string, columns: string, rows: readonly string[]) =>
	engine.query(
		`CREATE TABLE ${name} AS SELECT * FROM (VALUES ${rows.join(', ')}) AS cell(${columns})`
	);

/** As many rows as there are combinations that have a published count. */
function cells(...dimensions: readonly (readonly (string | number)[])[]): string[] {
	const keys = dimensions.reduce<(string | number)[][]>(
		(rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
		[[]]
	);
	return keys.flatMap((key) => {
		const count = published(...key);
		return count === null ? [] : [`(${key.map((one) => `'${one}'`).join(', ')}, ${count})`];
	});
}

beforeAll(async () => {
	await engine.query(`CREATE SCHEMA ${EXTRACT}`);
	await engine.query(`CREATE SCHEMA ${PART}`);
	await tableOf(
		`${EXTRACT}.reporting`,
		'region, month, list, state',
		REGIONS.flatMap((region) =>
			MONTHS.flatMap((month) =>
				LISTS.map(
					(list) => `('${region}', DATE '${month}', '${list}', '${stateOf(region, month, list)}')`
				)
			)
		)
	);
	const years = [2024, 2025];
	await tableOf(
		`${EXTRACT}.k5`,
		'region, year, measure, waiting, pub',
		cells(['00', '32'], years, MOVES, WAITING_BANDS)
	);
	await tableOf(
		`${PART}.k5`,
		'region, year, measure, waiting, pub',
		cells(['32.01', '32.02'], years, MOVES, WAITING_BANDS)
	);
	await tableOf(`${EXTRACT}.cooperative`, 'code, programme, region', [
		"('K-2', 'koperasi_kampung', NULL)",
		"('K-1', 'koperasi_kampung', '31.01')",
		"('M-1', 'kmp', '31.01')"
	]);
	const months = cells([...CODES, 'M-1'], MONTHS, ['members', 'active']);
	await tableOf(`${EXTRACT}.k6`, 'cooperative, month, measure, pub', months);
	await engine.query(`ALTER TABLE ${EXTRACT}.k6 ALTER month TYPE DATE`);
	await engine.query(
		`CREATE TABLE ${EXTRACT}.stage (region VARCHAR, stage VARCHAR, reached_on DATE)`
	);
	await engine.query(`INSERT INTO ${EXTRACT}.stage VALUES
		('32.02', 'mapping', '2023-05-02'), ('32.01', 'coordination', '2023-04-01'),
		('32.01', 'mapping', '2022-09-30'), ('32.02', 'coordination', NULL)`);
});
afterAll(() => engine.close());

const JAKARTA = {
	programme: 'koperasi_kampung',
	from: '2024-12-01',
	until: '2025-02-01',
	place: '31'
} as const;

describe('each question', () => {
	it.each([
		stages(EXTRACT),
		cooperatives(EXTRACT, JAKARTA),
		moves(EXTRACT, { places: ['32.01'], from: 2024, until: 2025, measures: MOVES, file: PART })
	])('$name is understood by DuckDB', async ({ sql, params }) => {
		expect((await engine.query(`EXPLAIN ${sql}`, params)).numRows).toBeGreaterThan(0);
	});
});

describe('stages of districts', () => {
	it('come by district in the order of time, and a stage that has no date is not there', async () => {
		expect(await ask(engine, stages(EXTRACT))).toEqual([
			{ region: '32.01', stage: 'mapping', reachedOn: '2022-09-30' },
			{ region: '32.01', stage: 'coordination', reachedOn: '2023-04-01' },
			{ region: '32.02', stage: 'mapping', reachedOn: '2023-05-02' }
		]);
	});
});

describe('members and active members by cooperative', () => {
	it('are those of the cube, cell by cell, with what had been received of the place', async () => {
		const asked = ['2024-12-01', '2025-01-01', '2025-02-01'];
		const expected = CODES.flatMap((code) => {
			const place = code === 'K-1' ? '31.01' : '31';
			return asked.map((month) => ({
				code,
				month,
				members: published(code, month, 'members'),
				active: published(code, month, 'active'),
				membersReach: reachOf(place, [month], ['members']),
				activeReach: reachOf(place, [month], ['members', 'activities'])
			}));
		});
		const rows = await ask(engine, cooperatives(EXTRACT, JAKARTA));
		expect(rows).toEqual(expected);
		expect(rows.some(({ members }) => members === null)).toBe(true);
		expect(new Set(rows.map(({ membersReach }) => membersReach))).toContain('late');
		expect(rows.filter(({ activeReach }) => activeReach === 'not_received')).toHaveLength(1);
	});
});

describe('moves up the ladder', () => {
	const expectedOf = (places: readonly string[], from: number, until: number) =>
		places.flatMap((region) =>
			[2024, 2025]
				.filter((year) => year >= from && year <= until)
				.flatMap((year) =>
					MOVES.flatMap((measure) =>
						WAITING_BANDS.map((waiting) => ({
							region,
							year,
							measure,
							waiting,
							published: published(region, year, measure, waiting),
							reach: reachOf(
								region,
								MONTHS.filter((month) => month.startsWith(String(year))),
								['beneficiaries', 'activities']
							)
						}))
					)
				)
		);

	it('are those of the cube in every band, withheld ones too, in the order asked for', async () => {
		const question = moves(EXTRACT, {
			places: ['32', '00'],
			from: 2024,
			until: 2025,
			measures: MOVES
		});
		const rows = await ask(engine, question);
		expect(rows).toEqual(expectedOf(['00', '32'], 2024, 2025));
		expect(rows.some(({ published: count }) => count === null)).toBe(true);
		expect(rows.some(({ published: count }) => count !== null)).toBe(true);
	});

	it('of a regency lie in the file of its province; a year with a late month is late', async () => {
		const asked = { from: 2025, until: 2025, measures: MOVES, file: PART };
		const rows = await ask(engine, moves(EXTRACT, { places: ['32.02'], ...asked }));
		expect(rows).toEqual(expectedOf(['32.02'], 2025, 2025));
		expect(new Set(rows.map(({ reach }) => reach))).toEqual(new Set(['late']));
	});
});
