import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { holderOf } from '$lib/answer/context';
import { createNodeEngine } from '$lib/engine/node';
import { remembered } from '$lib/engine/remembered';
import { DECILES, monthPeriod } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import { type Filters, NO_FILTERS } from '$lib/state/filters';
import type { CompareContext } from '../../../src/routes/bandingkan/context';
import { compareAnswer } from '../../../src/routes/bandingkan/view';

const MONTHS = ['2025-01-01', '2025-02-01', '2025-03-01'];
/** Two regencies in the file of 32, one in that of 33, and larger places in the first file. */
const FILES: Record<string, readonly string[]> = {
	office: ['00', '32', '33'],
	office_32: ['32.01', '32.02'],
	office_33: ['33.01']
};
const PLACES = Object.values(FILES).flat();
const MEASURES = ['kmp', 'kmp_pkh', 'kmp_active', 'pkh'];

/** Of a whole of 1,000 the part of a place, month and group; the fourth decile is withheld. */
function published(region: string, month: string, measure: string, group: string): number | null {
	if (group === '4') return null;
	if (measure === 'pkh') return group === '' ? 1000 : 100;
	const share = 100 + 10 * PLACES.indexOf(region) + 5 * MONTHS.indexOf(month);
	return group === '' ? 5 * share : 30 + 5 * PLACES.indexOf(region);
}

const engine = createNodeEngine();
const query = vi.fn(engine.query);

async function table(name: string, places: readonly string[], groups: readonly string[]) {
	const rows = places.flatMap((region) =>
		MONTHS.flatMap((month) =>
			MEASURES.flatMap((measure) =>
				groups.flatMap((group) => {
					const count = published(region, month, measure, group);
					return count === null
						? []
						: [`('${region}', DATE '${month}', '${measure}', '${group}', ${count}, NULL::BIGINT)`];
				})
			)
		)
	);
	await engine.query(
		`CREATE TABLE ${name} AS SELECT * FROM (VALUES ${rows.join(', ')}) AS cell(region, month, measure, decile, pub, rupiah)`
	);
}

beforeAll(async () => {
	for (const [file, places] of Object.entries(FILES)) {
		await engine.query(`CREATE SCHEMA ${file}`);
		const deciles = DECILES.filter((decile) => decile !== '*');
		await table(`${file}.k2`, places, deciles);
		await engine.query(`CREATE TABLE ${file}.k3 (region VARCHAR, month DATE, measure VARCHAR,
			sex VARCHAR, age VARCHAR, pub INTEGER)`);
	}
	await table('office.k1', PLACES, ['']);
	const told = PLACES.flatMap((region) =>
		MONTHS.flatMap((month) =>
			['members', 'beneficiaries', 'activities'].map(
				(list) => `('${region}', DATE '${month}', '${list}', 'received')`
			)
		)
	);
	await engine.query(`CREATE TABLE office.reporting AS
		SELECT * FROM (VALUES ${told.join(', ')}) AS told(region, month, list, state)`);
});
beforeEach(() => void query.mockClear());
afterAll(() => engine.close());

const cell: CellContext = {
	kind: 'computed',
	protection: {
		base: 5,
		bound: 4,
		threshold: 10,
		smallestDenominator: 50
	} as CellContext['protection'],
	sourceId: 'office',
	period: monthPeriod(2025, 3)
};
const context: CompareContext = {
	extract: 'office',
	cell,
	first: '2025-01-01',
	names: Object.fromEntries(PLACES.map((code) => [code, `Daerah ${code}`])),
	lists: {},
	parts: ['32', '33'],
	source: { id: 'office', publisher: 'Dinas', title: '', date: '' },
	peers: {},
	likeness: null,
	fallback: ['00'],
	published: { dataset: { id: 'published', base: '' }, indicators: [], publishers: {} }
};
const asking = {
	engine: remembered({ ...engine, query }),
	context,
	locale: 'id' as const,
	options: {},
	attachPart: (part: string) => Promise.resolve(`office_${part}`)
};
const percent = (value: number) => `${points(value)}%`;
const points = (value: number) => value.toFixed(1).replace('.', ',');
const shares = (row: { figures: readonly { value: number | null }[] } | undefined) =>
	row?.figures.map(({ value }) => value !== null && Math.round(10 * value) / 10);

describe('places side by side', () => {
	it('are asked once each, from the file of each, and never again for another month', async () => {
		const places = ['33.01', '32.01', '00', '32', '32.02'];
		const answer = await compareAnswer({ ...NO_FILTERS, places }, asking);
		const asked = query.mock.calls.map(([sql, params]) => [
			/FROM "?(\w+)"?\.(\w+)/.exec(sql)?.slice(1).join('.'),
			...(params ?? [])
		]);
		expect(new Set(asked.map(String)).size).toBe(asked.length);
		expect(asked.filter(([from]) => from === 'office.reporting')).toHaveLength(1);
		for (const [from, place] of asked.filter(([name]) => name?.toString().endsWith('.k2')))
			expect(from).toBe(
				`${FILES['office']?.includes(String(place)) ? 'office' : `office_${String(place).slice(0, 2)}`}.k2`
			);
		query.mockClear();
		const before: Filters = {
			...NO_FILTERS,
			places,
			period: { kind: 'month', from: null, until: '2025-01' }
		};
		await compareAnswer(before, asking);
		expect(query).not.toHaveBeenCalled();
		const share = (place: string) => (published(place, '2025-03-01', 'kmp_pkh', '') ?? 0) / 10;
		expect(shares(answer.table[0])).toEqual(places.map(share));
		expect(answer.gap?.pair).toEqual(['33.01', '32.01']);
		const [high, low] = [share('33.01'), share('32.01')];
		expect(answer.gap?.lead).toBe(
			`Daerah 33.01 ${percent(high)}, Daerah 32.01 ${percent(low)}: selisihnya ${points(high - low)} poin persen.`
		);
		const decile = answer.gap?.rows.find(({ dimension }) => dimension === 'decile');
		expect(decile?.withheld).toHaveLength(1);
	});

	it('have the gap of any two of them taken apart, the first two where the reader names none', async () => {
		const places = ['33.01', '32.01', '00'];
		const gapOf = async (pair: readonly [string, string] | null) =>
			(await compareAnswer({ ...NO_FILTERS, places, pair }, asking)).gap;
		const chosen = await gapOf(['00', '33.01']);
		expect(chosen?.pair).toEqual(['00', '33.01']);
		expect(chosen?.instead).toBe('');
		expect(chosen?.lead).toMatch(/^Daerah 33.01 .*, Daerah 00 /);
		const other = await gapOf(['32.02', '33.01']);
		expect(other).toEqual({ ...(await gapOf(null)), instead: other?.instead });
		expect(other?.instead).toMatch(
			/antara Daerah 32.02 dan Daerah 33.01, .* Yang diurai: Daerah 33.01 dan Daerah 32.01\.$/
		);
	});

	it('have no gap to explain where they do not differ clearly', async () => {
		const answer = await compareAnswer({ ...NO_FILTERS, places: ['32.01', '32.02'] }, asking);
		expect(answer.gap?.rows).toEqual([]);
		expect(answer.gap?.conclusion).toContain('Tidak ada selisih yang perlu dijelaskan.');
	});

	it('state the interval that the verdict rests on: about each rate, in percent', async () => {
		const places = ['33.01', '32.01', '00'];
		const { table: rows } = await compareAnswer({ ...NO_FILTERS, places }, asking);
		for (const { figures, intervals, differ } of rows) {
			expect(intervals).toHaveLength(places.length);
			figures.forEach(({ value, bounds }, nth) => {
				const { low, high } = intervals[nth] ?? { low: NaN, high: NaN };
				expect(low).toBeLessThanOrEqual(bounds?.[0] ?? NaN);
				expect(high).toBeGreaterThanOrEqual(bounds?.[1] ?? NaN);
				// Of a thousand people some four points to either side, unless all of them are in it.
				if (value !== 100) expect(high - low).toBeGreaterThan(4);
				expect(high - low).toBeLessThan(12);
				expect(value).not.toBeNull();
			});
			const lows = intervals.map((one) => one?.low ?? NaN);
			const highs = intervals.map((one) => one?.high ?? NaN);
			expect(differ).toBe(Math.max(...lows) > Math.min(...highs));
		}
		const alone = await compareAnswer({ ...NO_FILTERS, places: ['00'] }, asking);
		expect(alone.table.flatMap(({ intervals }) => intervals)).toEqual(
			alone.table.flatMap(({ figures }) => figures.map(() => null))
		);
	});

	it('by a decile come from the file of each place', async () => {
		const places = ['33.01', '32.01', '00'];
		const filters = { ...NO_FILTERS, places, groups: { decile: '3' } };
		const answer = await compareAnswer(filters, asking);
		expect(shares(answer.table[0])).toEqual(
			places.map((place) => published(place, '2025-03-01', 'kmp_pkh', '3'))
		);
		expect(await Promise.all(places.map((place) => holderOf(place, 'k2', asking)))).toEqual([
			'office_33',
			'office_32',
			'office'
		]);
	});
});
