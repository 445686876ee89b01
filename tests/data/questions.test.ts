import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { isFlag, isImplausible } from '$lib/model/flag';
import { yearPeriod } from '$lib/model/period';
import { centroids } from '$lib/query/centroids';
import { coverage } from '$lib/query/coverage';
import { coverageTotal } from '$lib/query/coverage-total';
import { listMembers } from '$lib/query/list-members';
import { formerNames } from '$lib/query/former-names';
import { periods } from '$lib/query/periods';
import { indicatorSeries } from '$lib/query/indicator-series';
import { placeFigures } from '$lib/query/place-figures';
import { placeHistory } from '$lib/query/place-history';
import { programmeFigures } from '$lib/query/programme-figures';
import { programmeTables } from '$lib/query/programme-tables';
import { ask } from '$lib/query/question';
import { quality } from '$lib/query/quality';
import { ranking } from '$lib/query/ranking';
import { uncounted } from '$lib/query/uncounted';
import { widestFigures } from '$lib/query/widest-figures';
import { widestPeriod } from '$lib/query/widest-period';
import { buildExtract } from '../../data/publish/published/build';

type Row = Record<string, string>;

function readCsv(file: string): Row[] {
	return papaparse.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true })
		.data;
}

/** The published figures as they stand in the files: what SQL is held against, without SQL. */
const figures = readdirSync('data/published')
	.filter(
		(file) => file.endsWith('.csv') && !['changes.csv', 'stages.csv', 'targets.csv'].includes(file)
	)
	.flatMap((file) => readCsv(path.join('data/published', file)));

const folder = mkdtempSync(path.join(os.tmpdir(), 'published-'));
const engine = createNodeEngine();
beforeAll(async () => {
	const out = path.join(folder, 'published');
	await buildExtract({ published: 'data/published', reference: 'data/reference', out });
	await engine.attach({ id: 'published', base: `${out}/` });
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The only row of an indicator, region and year. */
function stated(indicator: string, region: string, year: number): Row | undefined {
	return figures.find(
		(row) =>
			row.indicator === indicator &&
			row.region_code === region &&
			row.period_start === `${year}-01-01` &&
			row.period_end === `${year}-12-31`
	);
}

const doubted = (row: Row | undefined) =>
	row?.flag !== undefined && isFlag(row.flag) && isImplausible(row.flag);

describe('the questions, against the rows as they stand in the files', () => {
	it('centroids are the middles of all 514 regencies and cities', async () => {
		const rows = await ask(engine, centroids());
		const stated = readCsv('data/reference/regions.csv').filter(({ level }) => level === 'regency');
		expect(rows).toHaveLength(514);
		expect(rows).toEqual(
			stated
				.map(({ code = '', lng, lat }) => ({ region: code, lng: Number(lng), lat: Number(lat) }))
				.sort((a, b) => (a.region < b.region ? -1 : 1))
		);
	});

	it('centroids of provinces are theirs alone', async () => {
		const rows = await ask(engine, centroids('province'));
		const stated = readCsv('data/reference/regions.csv').filter(
			({ level }) => level === 'province'
		);
		expect(rows.map(({ region, lng }) => [region, lng])).toEqual(
			stated.map(({ code, lng }) => [code, Number(lng)])
		);
	});

	it('coverage is families by poor people, for each of the 27 regencies in each of eight years', async () => {
		const rows = await ask(engine, coverage({ province: '32' }));
		expect(rows).toHaveLength(27 * 8);
		for (const row of rows) {
			const year = Number(row.period.start.slice(0, 4));
			const families = stated('pkh_families', row.region, year);
			const people = stated('poor_people', row.region, year);
			const usable = people?.flag !== 'placeholder_zero' && Number(people?.value) > 0;
			const expected = usable ? (100 * Number(families?.value)) / Number(people?.value) : null;
			if (expected === null) expect(row.value).toBeNull();
			else expect(row.value).toBeCloseTo(expected, 9);
			expect(isImplausible(row.flag)).toBe(doubted(families) || doubted(people));
			expect(row.rank === null).toBe(row.value === null || isImplausible(row.flag));
		}
	});

	it('the province is the ratio of sums over the regencies that are not doubted', async () => {
		for (const total of await ask(engine, coverageTotal({ province: '32' }))) {
			const year = Number(total.period.start.slice(0, 4));
			let [families, people, included] = [0, 0, 0];
			for (const row of figures.filter(({ indicator }) => indicator === 'pkh_families')) {
				const other = stated('poor_people', row.region_code ?? '', year);
				if (row.period_start !== `${year}-01-01` || doubted(row) || doubted(other)) continue;
				families += Number(row.value);
				people += Number(other?.value);
				included += 1;
			}
			expect(total).toMatchObject({ families, included, excluded: 27 - included });
			expect(total.people).toBeCloseTo(people, 3);
			expect(total.value).toBeCloseTo((100 * families) / people, 9);
		}
	});

	it('all 514 have a poverty rate in one year only, and are ranked by it', async () => {
		const period = widestPeriod(await ask(engine, periods('poverty_rate', 'regency')));
		expect(period).toEqual(yearPeriod(2021));
		const rows = await ask(
			engine,
			ranking({ level: 'regency', indicator: 'poverty_rate', period: yearPeriod(2021) })
		);
		expect(rows).toHaveLength(514);
		for (const row of rows) {
			const same = figures.filter(
				(one) =>
					one.indicator === 'poverty_rate' &&
					one.region_code === row.region &&
					one.period_start === '2021-01-01'
			);
			expect(same.map((one) => Number(one.value))).toContain(row.value);
			expect(row.rank).toBe(1 + rows.filter((one) => (one.value ?? 0) > (row.value ?? 0)).length);
		}
	});

	it('what nobody has counted is exactly what the files say so of', async () => {
		const rows = await ask(engine, uncounted());
		const expected = figures.filter(({ state }) => /^not_(counted|published)$/.test(state ?? ''));
		expect(rows.map(({ indicator, region }) => `${indicator} ${region}`).sort()).toEqual(
			expected.map((row) => `${row.indicator} ${row.region_code}`).sort()
		);
		expect(rows.map(({ indicator }) => indicator)).toContain('kmp_members_from_pkh');
	});

	it('the quality of the figures adds up to what the files hold', async () => {
		const rows = await ask(engine, quality());
		for (const by of ['state', 'certainty', 'flag'] as const) {
			const stated = figures.filter((figure) => figure[by] !== '');
			for (const row of rows.filter((one) => one.by === by))
				expect(row.figures, row.code).toBe(
					stated.filter((figure) => figure[by] === row.code).length
				);
			const all = rows.filter((one) => one.by === by).reduce((sum, row) => sum + row.figures, 0);
			expect(all, by).toBe(stated.length);
		}
	});

	it('a programme has its newest figures, and no table of regencies', async () => {
		const kmp = await ask(engine, programmeFigures('kmp'));
		expect(kmp.map(({ indicator, value, regionName }) => [indicator, value, regionName])).toEqual([
			['kmp_members_from_pkh', null, 'Kabupaten Jember'],
			['kmp_joining_decile_max', 5, 'Kabupaten Jember'],
			['kmp_training_decile_max', 2, 'Kabupaten Jember'],
			['kmp_cooperatives', 82780, 'Indonesia'],
			['kmp_accounts', 76733, 'Indonesia'],
			['kmp_members', 1_200_000, 'Indonesia']
		]);
		expect(await ask(engine, programmeFigures('pkh'))).toEqual([]);
		expect(await ask(engine, programmeTables('pkh'))).toEqual([
			{ figures: 216, first: yearPeriod(2017), last: yearPeriod(2024) }
		]);
		expect(await ask(engine, programmeTables('kmp'))).toEqual([]);
		const permits = await ask(engine, programmeFigures('iumk'));
		expect(permits.find(({ indicator }) => indicator === 'iumk_permits')?.value).toBe(50902);
	});

	it('a list has its members, with the province of its time where that has changed', async () => {
		const members = await ask(engine, listMembers('pke-2021-35'));
		expect(members).toHaveLength(35);
		const of = (code: string) => members.find(({ region }) => region === code);
		expect(of('32.03')).toMatchObject({ province: 'Jawa Barat', provinceThen: '' });
		expect(of('96.04')).toMatchObject({
			province: 'Papua Barat Daya',
			provinceThen: 'Papua Barat'
		});
		expect(of('94.08')).toMatchObject({ province: 'Papua Tengah', provinceThen: 'Papua' });
		expect(new Set(members.map((one) => one.provinceThen || one.province)).size).toBe(7);
		expect(await ask(engine, listMembers('kemenkopukm-48'))).toEqual([]);
	});
});

describe('what profiles ask of all places at once', () => {
	it.each([
		placeFigures(),
		placeHistory(),
		widestFigures('poverty_rate'),
		indicatorSeries('poverty_rate'),
		formerNames()
	])('$name is understood by DuckDB', async ({ sql, params }) => {
		expect((await engine.query(`EXPLAIN ${sql}`, params)).numRows).toBeGreaterThan(0);
	});

	it('gives each place the newest figure of an indicator, once', async () => {
		const rows = await ask(engine, placeFigures());
		const keys = rows.map(({ region, indicator }) => `${region} ${indicator}`);
		expect(new Set(keys).size).toBe(keys.length);
		const newest = figures
			.filter((row) => row.indicator === 'pkh_families' && row.region_code === '32.01')
			.map((row) => row.period_end)
			.sort()
			.at(-1);
		const found = rows.find((row) => row.region === '32.01' && row.indicator === 'pkh_families');
		expect(found?.period.end).toBe(newest);
	});

	it('gives each place what is published of it in every year, each period once', async () => {
		const rows = await ask(engine, placeHistory());
		const years = (indicator: string) =>
			rows
				.filter((row) => row.region === '32.01' && row.indicator === indicator)
				.map(({ period }) => period.start.slice(0, 4));
		expect(years('pkh_families')).toEqual([
			'2017',
			'2018',
			'2019',
			'2020',
			'2021',
			'2022',
			'2023',
			'2024'
		]);
		expect(new Set(years('poverty_rate')).size).toBe(years('poverty_rate').length);
		expect(years('poor_people').length).toBeGreaterThan(20);
	});

	it('orders poverty rates of one year, of all 514 regencies', async () => {
		const rows = await ask(engine, widestFigures('poverty_rate'));
		expect(rows).toHaveLength(514);
		expect(new Set(rows.map(({ period }) => period.end))).toEqual(new Set(['2021-12-31']));
		expect(rows[0]).toMatchObject({ region: '11.01', value: 13.18 });
	});

	it('gives the years of Kabupaten Bogor in their order, as they were stated, and no target', async () => {
		const rows = (await ask(engine, indicatorSeries('poverty_rate'))).filter(
			({ region }) => region === '32.01'
		);
		const years = rows.map(({ period }) => period.start);
		expect(years).toEqual([...years].sort());
		expect(rows[0]).toMatchObject({ value: 9.97, period: { start: '2010-01-01' } });
		expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['published']));
	});

	it('knows Toba by the name it had', async () => {
		const rows = await ask(engine, formerNames());
		expect(rows).toContainEqual({ region: '12.12', name: 'Kabupaten Toba Samosir' });
	});
});
