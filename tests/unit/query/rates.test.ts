import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { remembered } from '$lib/engine/remembered';
import { AGE_BANDS, DECILES, SEXES } from '$lib/model';
import { cubeFor } from '$lib/protect/cube-for';
import type { Dimension } from '$lib/protect/cubes';
import type { RateCube } from '$lib/query/computed/counted';
import { readRows } from '$lib/query/cells';
import { cubesOf, emptySlices, planAhead } from '$lib/query/computed/plan-ahead';
import { type RateRow, type RatesAsked, rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';

const EXTRACT = 'tried';
const REGIONS = ['00', '32', '32.01', '32.02', '33', '33.01', 'list:one'];
const MONTHS = ['2024-12-01', '2025-01-01', '2025-02-01'];
const PART = { measure: 'kmp_pkh', lists: ['members', 'beneficiaries'] } as const;
const WHOLE = { measure: 'pkh', lists: ['beneficiaries'] } as const;

/** A count that a place, time, measure and group have; every fifth is withheld. */
function published(...key: string[]): number | null {
	let hash = 7;
	for (const letter of key.join('|')) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
	return hash % 5 === 0 ? null : 10 + (hash % 400) * 5;
}

function stateOf(region: string, month: string, list: string): string {
	if (region === '33.01' && list === 'members') return month < '2025-01' ? 'received' : 'late';
	return region === '33' && list === 'beneficiaries' ? 'not_received' : 'received';
}

/** A row for each combination of values that has a published count. */
function rowsOf(table: string, dimensions: readonly (readonly string[])[]): string[] {
	const times = table === 'k4' ? ['2024', '2025'] : MONTHS;
	const combined = [REGIONS, times, ['kmp_pkh', 'pkh'], ...dimensions].reduce<string[][]>(
		(rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
		[[]]
	);
	return combined.flatMap((key) => {
		const count = published(table, ...key);
		return count === null
			? []
			: [`(${key.map((value) => `'${value}'`).join(', ')}, ${count}, NULL::BIGINT)`];
	});
}

const CUBES: Record<RateCube, { columns: string[]; values: readonly (readonly string[])[] }> = {
	k1: { columns: [], values: [] },
	k2: { columns: ['decile'], values: [DECILES.filter((value) => value !== '*')] },
	k3: { columns: ['sex', 'age'], values: [SEXES, AGE_BANDS] },
	k4: { columns: ['decile', 'sex', 'age'], values: [DECILES, SEXES, AGE_BANDS] }
};

const engine = createNodeEngine();
beforeAll(async () => {
	await engine.query(`CREATE SCHEMA ${EXTRACT}`);
	for (const [table, { columns, values }] of Object.entries(CUBES)) {
		const time = table === 'k4' ? 'year' : 'month';
		const names = ['region', time, 'measure', ...columns, 'pub', 'rupiah'].join(', ');
		const type = table === 'k4' ? 'SMALLINT' : 'DATE';
		await engine.query(`CREATE TABLE ${EXTRACT}.${table} AS
			SELECT * REPLACE (${time}::${type} AS ${time})
			FROM (VALUES ${rowsOf(table, values).join(', ')}) AS cell(${names})`);
	}
	const told = REGIONS.flatMap((region) =>
		MONTHS.flatMap((month) =>
			['members', 'beneficiaries'].map(
				(list) => `('${region}', DATE '${month}', '${list}', '${stateOf(region, month, list)}')`
			)
		)
	);
	await engine.query(`CREATE TABLE ${EXTRACT}.reporting AS
		SELECT * FROM (VALUES ${told.join(', ')}) AS told(region, month, list, state)`);
});
afterAll(() => engine.close());

const asked = (more: Partial<RatesAsked>): RatesAsked => ({
	cube: 'k1',
	dimensions: [],
	from: '2025-02-01',
	until: '2025-02-01',
	places: { level: 'regency' },
	part: PART,
	whole: WHOLE,
	...more
});

const QUESTIONS: Record<string, RatesAsked> = {
	'by regency in a month': asked({}),
	'of one place over months': asked({
		from: MONTHS[0] ?? '',
		places: { regions: ['33.01', '00'] }
	}),
	'by decile': asked({ cube: 'k2', dimensions: ['decile'], places: { level: 'nation' } }),
	'by sex': asked({ cube: 'k3', dimensions: ['sex'], places: { level: 'province' } }),
	'by sex and age': asked({ cube: 'k3', dimensions: ['sex', 'age'], places: { level: 'list' } }),
	'by all three in years': asked({
		cube: 'k4',
		dimensions: ['decile', 'sex', 'age'],
		from: '2024-01-01',
		until: '2025-01-01',
		places: { level: 'regency', within: '32' }
	}),
	'of a year as a whole': asked({ cube: 'k4', from: '2025-01-01', until: '2025-01-01' })
};

describe.each(Object.entries(QUESTIONS))('rates %s', (_, question) => {
	it('are understood by DuckDB', async () => {
		const { sql, params } = rates(EXTRACT, question);
		expect((await engine.query(`EXPLAIN ${sql}`, params)).numRows).toBeGreaterThan(0);
	});

	it('are what the statement says that is shown, cell by cell, and report by report', async () => {
		const { sql, params } = rates(EXTRACT, question);
		const shown = readRows(await engine.query(sql, params), (cells) => ({
			what: cells.text('what'),
			key: ['region', 'start', 'name'].map((column) => cells.text(column)),
			group: CUBES[question.cube].columns.map((column) => cells.text(column)),
			pub: cells.number('pub')
		}));
		const rows = await ask(engine, rates(EXTRACT, question));
		const columns = CUBES[question.cube].columns as ('decile' | 'sex' | 'age')[];
		const published = rows
			.flatMap(({ part, whole }) => [part, whole])
			.flatMap((row) =>
				row.published === null
					? []
					: [
							[
								...[row.region, row.start, row.measure],
								...columns.map((column) => row[column]),
								row.published
							].join()
						]
			);
		const cells = shown.filter(({ what }) => what === 'cell');
		expect(cells.map(({ key, group, pub }) => [...key, ...group, pub].join()).sort()).toEqual(
			published.sort()
		);
		const told = shown.filter(({ what }) => what === 'list');
		expect(new Set(rows.map(({ region }) => region))).toEqual(
			new Set(told.map(({ key: [region] }) => region))
		);
	});

	it('are asked in plain statements that DuckDB understands, for each place or for the time', async () => {
		for (const places of [question.places, { regions: ['33.01', '00'] }])
			for (const beside of [true, false]) {
				const asked = { ...question, places, beside };
				const { parts = [] } = rates(EXTRACT, asked);
				expect(parts).toHaveLength('regions' in places && !beside ? 3 : 2);
				for (const { sql, params } of parts)
					expect((await engine.query(`EXPLAIN ${sql}`, params)).numRows).toBeGreaterThan(0);
				const other = rates(EXTRACT, { ...asked, beside: !beside });
				expect(await ask(engine, rates(EXTRACT, asked))).toEqual(await ask(engine, other));
			}
	});

	it('are the published counts of each place, time and group, and nothing else', async () => {
		const rows = await ask(engine, rates(EXTRACT, question));
		expect(rows.length).toBeGreaterThan(0);
		const columns = CUBES[question.cube].columns as ('decile' | 'sex' | 'age')[];
		for (const row of rows) {
			const time = question.cube === 'k4' ? row.start.slice(0, 4) : row.start;
			const key = (measure: string) => [
				question.cube,
				row.region,
				time,
				measure,
				...columns.map((column) => row[column])
			];
			expect(row.part.published).toBe(published(...key('kmp_pkh')));
			expect(row.whole.published).toBe(published(...key('pkh')));
		}
	});
});

it('a place is asked once of each cube, and who reported once for all places, whatever is asked then', async () => {
	const query = vi.fn(engine.query);
	const page = remembered({ ...engine, query });
	const from = () => query.mock.calls.map(([sql]) => /FROM \S+\.(\w+)/.exec(sql)?.[1]);
	const places = { regions: ['33.01'] };
	const ofMonths = rates(EXTRACT, asked({ places, from: '2024-12-01' }));
	const ofDeciles = rates(EXTRACT, asked({ places, cube: 'k2', dimensions: ['decile'] }));
	const [months, deciles] = await Promise.all([ask(page, ofMonths), ask(page, ofDeciles)]);
	expect(from()).toEqual(['reporting', 'k1', 'k2']);
	const year = rates(
		EXTRACT,
		asked({ places, cube: 'k4', from: '2024-01-01', until: '2025-01-01' })
	);
	const years = await ask(page, year);
	expect(from().slice(3)).toEqual(['k4']);
	query.mockClear();
	await ask(page, rates(EXTRACT, asked({ places, cube: 'k2', group: { decile: '3' } })));
	await ask(page, rates(EXTRACT, asked({ places, until: '2025-01-01', from: '2025-01-01' })));
	expect(query).not.toHaveBeenCalled();
	await ask(page, rates(EXTRACT, asked({ places: { regions: ['32.01'] } })));
	expect(from()).toEqual(['k1']);
	const reach = (rows: readonly RateRow[]) => rows.map(({ start, part }) => [start, part.reach]);
	expect(reach(months)).toEqual([
		['2024-12-01', 'received'],
		['2025-01-01', 'late'],
		['2025-02-01', 'late']
	]);
	expect(new Set(deciles.map(({ start }) => start))).toEqual(new Set(['2025-02-01']));
	expect(reach(years)).toEqual([
		['2024-01-01', 'received'],
		['2025-01-01', 'late']
	]);
});

describe('what is planned ahead', () => {
	const all = [...cubesOf(null), ...cubesOf('00')];

	it('are the texts in which places and times are asked, and find nothing', async () => {
		const slices = emptySlices(EXTRACT, all);
		for (const { sql, params } of slices) expect((await engine.query(sql, params)).numRows).toBe(0);
		const texts = new Set(slices.map(({ sql }) => sql));
		for (const cube of ['k1', 'k2', 'k3', 'k4'] as const)
			for (const beside of [false, true]) {
				const from = cube === 'k4' ? '2025-01-01' : '2025-02-01';
				const question = asked({ cube, from, until: from, places: { regions: ['00'] }, beside });
				const [, { sql = '' } = {}] = rates(EXTRACT, question).parts ?? [];
				expect(texts).toContain(sql);
			}
	});

	it('is asked once of a file, and what fails is left to whoever asks for it', async () => {
		const query = vi.fn(engine.query);
		await planAhead({ ...engine, query }, EXTRACT, all);
		expect(query).toHaveBeenCalledTimes(2 * all.length);
		await planAhead({ ...engine, query }, EXTRACT, all);
		expect(query).toHaveBeenCalledTimes(2 * all.length);
		await planAhead({ ...engine, query }, 'absent', all);
		expect(query).toHaveBeenCalledTimes(4 * all.length);
	});
});

it('of which some groups are published had their lists come, also where those are late', async () => {
	const rows = await ask(
		engine,
		rates(EXTRACT, asked({ cube: 'k2', dimensions: ['decile'], places: { regions: ['33.01'] } }))
	);
	const parts = rows.map(({ part }) => part);
	expect(new Set(parts.map(({ reach }) => reach))).toEqual(new Set(['late']));
	expect(parts.some(({ published: count }) => count === null)).toBe(true);
	expect(parts.every(({ partly }) => partly)).toBe(true);
});

describe('what rates are asked for', () => {
	const places = async (question: Partial<RatesAsked>) => {
		const rows = await ask(engine, rates(EXTRACT, asked(question)));
		return [...new Set(rows.map(({ region }) => region))];
	};

	it('is every place of a level, of one province where it is said', async () => {
		expect(await places({})).toEqual(['32.01', '32.02', '33.01']);
		expect(await places({ places: { level: 'regency', within: '33' } })).toEqual(['33.01']);
		expect(await places({ places: { level: 'province' } })).toEqual(['32', '33']);
		expect(await places({ places: { level: 'nation' } })).toEqual(['00']);
		expect(await places({ places: { level: 'list' } })).toEqual(['list:one']);
	});

	it('is every group, also one that is withheld everywhere, in the order of the model', async () => {
		const rows = await ask(
			engine,
			rates(EXTRACT, asked({ cube: 'k2', dimensions: ['decile'], places: { regions: ['00'] } }))
		);
		expect(rows.map(({ decile }) => decile)).toEqual(DECILES.filter((value) => value !== '*'));
		expect(rows.every(({ sex, age }) => sex === '*' && age === '*')).toBe(true);
	});

	it('knows the worst of the lists that each count needs, over the whole of a year', async () => {
		const of = async (question: Partial<RatesAsked>, region: string) =>
			(await ask(engine, rates(EXTRACT, asked({ ...question, places: { regions: [region] } }))))[0];
		expect(await of({}, '33.01')).toMatchObject({
			part: { reach: 'late' },
			whole: { reach: 'received' }
		});
		const december = { from: '2024-12-01', until: '2024-12-01' };
		expect(await of(december, '33.01')).toMatchObject({ part: { reach: 'received' } });
		expect(await of({}, '33')).toMatchObject({
			part: { reach: 'not_received' },
			whole: { reach: 'not_received' }
		});
		const year = { cube: 'k4', from: '2025-01-01', until: '2025-01-01' } as const;
		expect(await of(year, '33.01')).toMatchObject({ part: { reach: 'late' } });
	});

	it('may lie in another file than what is known of the lists', async () => {
		await engine.query(`CREATE SCHEMA ${EXTRACT}_32`);
		await engine.query(`CREATE TABLE ${EXTRACT}_32.k2 AS SELECT '32.01' AS region,
			DATE '2025-02-01' AS month, 'pkh' AS measure, '3' AS decile, 75 AS pub, NULL::BIGINT AS rupiah`);
		const question = asked({
			cube: 'k2',
			file: `${EXTRACT}_32`,
			dimensions: ['decile'],
			places: { regions: ['32.01'] }
		});
		const rows = await ask(engine, rates(EXTRACT, question));
		expect(rows.find(({ decile }) => decile === '3')).toMatchObject({
			whole: { published: 75, reach: 'received' },
			part: { published: null }
		});
		expect(rows.filter(({ whole }) => whole.published !== null)).toHaveLength(1);
	});

	it('is refused where the cube has not the dimensions', () => {
		expect(() => rates(EXTRACT, asked({ dimensions: ['decile'] }))).toThrow(RangeError);
		expect(() => rates('x"; DROP', asked({}))).toThrow();
	});
});

describe('the cube for what is asked', () => {
	it.each<[Dimension[], 'month' | 'year', string]>([
		[[], 'month', 'k1'],
		[['decile'], 'month', 'k2'],
		[['age', 'sex'], 'month', 'k3'],
		[['age'], 'month', 'k3'],
		[[], 'year', 'k4'],
		[['sex', 'decile'], 'year', 'k4'],
		[['waiting'], 'year', 'k5']
	])('%j by %s is %s', (dimensions, period, cube) => {
		expect(cubeFor(dimensions, period)).toBe(cube);
	});

	it('is none where cells would be too small or were never declared, and says why', () => {
		expect(cubeFor(['decile', 'sex'], 'month')).toEqual({ missing: 'only_by_year' });
		expect(cubeFor(['waiting'], 'month')).toEqual({ missing: 'only_by_year' });
		expect(cubeFor(['waiting', 'sex'], 'year')).toEqual({ missing: 'not_together' });
	});

	it('does not depend on the order in which dimensions are named', () => {
		const some = fc.subarray<Dimension>(['decile', 'sex', 'age', 'waiting']);
		fc.assert(
			fc.property(some, fc.constantFrom('month' as const, 'year' as const), (set, period) => {
				expect(cubeFor([...set].reverse(), period)).toEqual(cubeFor(set, period));
			})
		);
	});
});
