import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresSql } from '$lib/export/figures/sql';
import { rateOrWhyNot } from '$lib/answer/rate-or-why-not';
import { createNodeEngine } from '$lib/engine/node';
import { type BoundedFigure, type ListKind, monthPeriod } from '$lib/model';
import { amountFigure } from '$lib/protect/amount';
import { type CellContext, cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { ROUNDING } from '$lib/protect/rounding';
import { amounts } from '$lib/query/computed/amounts';
import { type CellsAsked, counted } from '$lib/query/computed/counted';
import { moves } from '$lib/query/computed/moves';
import { rates } from '$lib/query/computed/rates';
import { ask, asked } from '$lib/query/question';
import { flowsOf } from '../../../src/routes/program/tangga/flows';

const EXTRACT = 'tried';
const REGIONS = ['00', '32', '33.01', ...[1, 2, 3, 4, 5, 6, 7, 8].map((nth) => `32.0${nth}`)];
const MONTHS = ['2025-01-01', '2025-02-01'];
const PROTECTION = {
	...ROUNDING,
	method: 'keyed_random_rounding' as const,
	...{ table: null, tableHash: null, families: false, demoSecret: true },
	smallestDenominator: 50
};
const SOURCE = { extract: EXTRACT, kind: 'demo', protection: PROTECTION } as const;

/** Small wholes, parts above their whole, and counts that are not published: all that a rate may meet. */
const PUBLISHED: Record<string, readonly (number | null)[]> = {
	pkh: [45, 50, 400, null, 12_345],
	kmp_pkh: [10, null, 405, 20, 1_230, null],
	shu: [10, 25, 300, null]
};
const RUPIAH = [null, 750, 99_999, 12_300_000];

const engine = createNodeEngine();
beforeAll(async () => {
	const cells = REGIONS.flatMap((region, r) =>
		MONTHS.flatMap((month, t) =>
			Object.entries(PUBLISHED).flatMap(([measure, counts]) =>
				['*', '3'].flatMap((decile, d) => {
					const nth = r * 3 + t * 2 + d;
					const pub = counts[nth % counts.length] ?? null;
					if (pub === null) return [];
					const rupiah = measure === 'shu' ? RUPIAH[nth % RUPIAH.length] : null;
					return [`('${region}', DATE '${month}', '${measure}', '${decile}', ${pub}, ${rupiah})`];
				})
			)
		)
	);
	const told = REGIONS.flatMap((region) =>
		MONTHS.flatMap((month) =>
			(['members', 'beneficiaries', 'activities'] satisfies ListKind[]).map((list) => {
				const state =
					region === '32.03' && list === 'members'
						? 'late'
						: region > '32.04' && month > '2025-01-15'
							? 'not_received'
							: 'received';
				return `('${region}', DATE '${month}', '${list}', '${state}')`;
			})
		)
	);
	for (const sql of [
		`CREATE SCHEMA ${EXTRACT}`,
		`CREATE TABLE ${EXTRACT}.k2 AS SELECT * FROM (VALUES ${cells.join(', ')}) AS c(region, month, measure, decile, pub, rupiah)`,
		`CREATE TABLE ${EXTRACT}.k1 AS SELECT * EXCLUDE decile FROM ${EXTRACT}.k2 WHERE decile = '*'`,
		`DELETE FROM ${EXTRACT}.k2 WHERE decile = '*'`,
		`CREATE TABLE ${EXTRACT}.k5 AS SELECT * FROM (VALUES ('32.01', 205), ('32.08', 110)) AS c(region, pub)
			CROSS JOIN (SELECT 2025 AS year, 'moved_group_micro' AS measure, '*' AS waiting)`,
		`CREATE TABLE ${EXTRACT}.reporting AS SELECT * FROM (VALUES ${told.join(', ')}) AS r(region, month, list, state)`
	])
		await engine.query(sql);
});
afterAll(() => engine.close());

const inMonth = (start: string): CellContext => ({
	...SOURCE,
	sourceId: EXTRACT,
	period: monthPeriod(2025, Number(start.slice(5, 7)))
});

const MONTHLY: Omit<CellsAsked, 'places'> = {
	cube: 'k1',
	dimensions: [],
	from: MONTHS[0] ?? '',
	until: MONTHS[1] ?? ''
};

/** Value, bounds, state and completeness of each figure, by what it is of. */
function told(figures: readonly BoundedFigure[]): Record<string, unknown[]> {
	return Object.fromEntries(
		figures.map(({ indicator, region, period, group = '', value, bounds, state, incomplete }) => [
			[indicator, region, group, period.start, period.end].join(' '),
			[value, bounds?.[0] ?? null, bounds?.[1] ?? null, state, incomplete]
		])
	);
}

async function answered(sql: string | null): Promise<Record<string, unknown[]>> {
	const table = await engine.query(
		`SELECT * REPLACE (mulai::VARCHAR AS mulai, akhir::VARCHAR AS akhir, nilai::DOUBLE AS nilai,
			batas_bawah::DOUBLE AS batas_bawah, batas_atas::DOUBLE AS batas_atas) FROM (${sql})`
	);
	return Object.fromEntries(
		table.toArray().map((row) => {
			const { indikator, kode_wilayah, kelompok, mulai, akhir, ...rest } = row as Record<
				string,
				string
			>;
			return [
				[indikator, kode_wilayah, kelompok ?? '', mulai, akhir].join(' '),
				['nilai', 'batas_bawah', 'batas_atas', 'keadaan', 'belum_lengkap'].map((name) => rest[name])
			];
		})
	);
}

describe('the SQL of a chart’s figures', () => {
	it('yields counts as the page shows them, with why others are not there', async () => {
		const question = counted(EXTRACT, {
			...MONTHLY,
			places: { regions: REGIONS },
			counts: ['pkh', 'kmp_pkh'].map(withLists)
		});
		const figures = (await ask(engine, question)).map((row) => cellFigure(row, inMonth(row.start)));
		expect(new Set(figures.map(({ state }) => state)).size).toBe(4);
		const published = figures.filter(({ value }) => value !== null);
		expect(new Set(published.map(({ incomplete }) => incomplete)).size).toBe(2);
		expect(await answered(figuresSql(figures, [asked(question)], SOURCE, 'id'))).toEqual(
			told(figures)
		);
	});

	it.each([
		['of all', { cube: 'k1', dimensions: [] }],
		['of a group', { cube: 'k2', dimensions: [], group: { decile: '3' } }]
	] as const)('yields rates with their bounds, %s', async (_, cells) => {
		const question = rates(EXTRACT, {
			...MONTHLY,
			...cells,
			places: { regions: REGIONS },
			part: withLists('kmp_pkh'),
			whole: withLists('pkh')
		});
		const figures = (await ask(engine, question)).flatMap(
			({ start, part, whole }) => rateFigure(part, whole, inMonth(start)) ?? []
		);
		expect(figures.some(({ value }) => value === 100)).toBe(true);
		expect(figures.some(({ value }) => value === null)).toBe(true);
		expect(figures.some(({ incomplete }) => incomplete)).toBe(true);
		const rows = await answered(figuresSql(figures, [asked(question)], SOURCE, 'id'));
		expect(rows).toMatchObject(told(figures));
		const others = Object.entries(rows).filter(([key]) => !(key in told(figures)));
		expect(others.every(([, [value]]) => value === null)).toBe(true);
	});

	it('yields rupiah with the bounds that their rounding leaves', async () => {
		const question = amounts(EXTRACT, {
			cube: 'k1',
			deciles: ['*'],
			...{ from: MONTHLY.from, until: MONTHLY.until, regions: REGIONS },
			amount: withLists('shu')
		});
		const figures = (await ask(engine, question)).map((row) =>
			amountFigure(row, inMonth(row.start))
		);
		expect(figures.filter(({ value }) => value !== null).length).toBeGreaterThan(2);
		expect(await answered(figuresSql(figures, [asked(question)], SOURCE, 'id'))).toEqual(
			told(figures)
		);
	});

	it('yields moves of a year, less than they will be where a month’s lists had not come', async () => {
		const question = moves(EXTRACT, {
			places: ['32.01', '32.08'],
			...{ from: 2025, until: 2025 },
			measures: ['moved_group_micro', 'moved_micro_kur']
		});
		const rows = await ask(engine, question);
		const figures = ['32.01', '32.08'].flatMap((place) =>
			flowsOf(
				rows.filter(({ region }) => region === place),
				inMonth('2025-01-01')
			).map(({ people }) => people)
		);
		const held = figures.filter(({ value }) => value !== null);
		expect(held.map(({ region, incomplete }) => [region, incomplete])).toEqual([
			['32.01', false],
			['32.08', true]
		]);
		expect(await answered(figuresSql(figures, [asked(question)], SOURCE, 'id'))).toEqual(
			told(held)
		);
	});

	it('says of the time before a programme what the page says, and gives no bounds there', async () => {
		const begins = { kmp: { on: '2025-03-01', sourceId: 'press', publisher: 'Press' } };
		const question = rates(EXTRACT, {
			...MONTHLY,
			places: { regions: REGIONS },
			part: withLists('kmp_pkh'),
			whole: withLists('pkh')
		});
		const figures = (await ask(engine, question)).map(({ start, part, whole }) => {
			const at = { ...inMonth(start), begins };
			const rate = rateFigure(part, whole, at);
			return rateOrWhyNot({ part: cellFigure(part, at), whole: cellFigure(whole, at), rate });
		});
		const before = figures.filter(({ state }) => state === 'not_begun');
		expect(before.length).toBeGreaterThan(0);
		const rows = await answered(figuresSql(figures, [asked(question)], SOURCE, 'id'));
		expect(rows).toMatchObject(told(before));
		expect(rows).toMatchObject(told(figures.filter(({ value }) => value !== null)));
		// The plain statement would give a bound to those whose lists had come.
		const plain = figures.map((figure) =>
			figure.state === 'not_begun' ? { ...figure, state: 'withheld' as const } : figure
		);
		const bounded = Object.values(
			await answered(figuresSql(plain, [asked(question)], SOURCE, 'id'))
		).filter(([value, , high]) => value === null && high !== null);
		expect(bounded.length).toBeGreaterThan(0);
	});

	it('is not given where a figure is made in another way, or of another source', () => {
		const figure = cellFigure(
			{ region: '32', measure: 'pkh', published: 50, reach: 'received' },
			inMonth('2025-01-01')
		);
		const sqlOf = (...figures: BoundedFigure[]) => figuresSql(figures, [], SOURCE, 'id');
		expect(sqlOf(figure)).toContain('hitung');
		expect(sqlOf(figure, { ...figure, region: '32,33' })).toBeNull();
		expect(sqlOf(figure, { ...figure, indicator: 'pkh_median_wait' })).toBeNull();
		expect(sqlOf(figure, { ...figure, sourceId: 'bps' })).toBeNull();
		expect(sqlOf({ ...figure, value: null, bounds: null })).toBeNull();
	});
});
