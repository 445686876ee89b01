import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedLines } from '$lib/answer/counted-lines';
import { rateByGroup } from '$lib/answer/rate-by-group';
import { createNodeEngine } from '$lib/engine/node';
import { type BoundedFigure, monthPeriod } from '$lib/model';
import { membersChart as kmpMembers } from '../../../src/routes/program/kmp/members';
import { ASKING, CELL, CHOSEN } from './districts';

const MONTHS = [1, 2, 3, 4];
const PLACES = ['00', '32.01', '32.02', '32.03'];
/** The member list of 32.03 never came, that of 32.02 not in the last two months. */
const isLate = (region: string, month: number) =>
	region === '32.03' || (region === '32.02' && month > 2);

const engine = createNodeEngine();
const asking = {
	...ASKING,
	engine,
	options: {},
	context: {
		...ASKING.context,
		extract: 'office',
		parts: [],
		names: Object.fromEntries(PLACES.map((code) => [code, code === '00' ? 'Indonesia' : code]))
	}
};

beforeAll(async () => {
	await engine.query('CREATE SCHEMA office');
	const told = PLACES.slice(1).flatMap((region) =>
		MONTHS.flatMap((month) => {
			const { start } = monthPeriod(2025, month);
			const state = isLate(region, month) ? 'late' : 'received';
			return [
				`('${region}', DATE '${start}', 'members', '${state}')`,
				`('${region}', DATE '${start}', 'beneficiaries', 'received')`
			];
		})
	);
	const country = MONTHS.map((month) => monthPeriod(2025, month).start).flatMap((start) => [
		`('00', DATE '${start}', 'members', 'late')`,
		`('00', DATE '${start}', 'beneficiaries', 'received')`
	]);
	await engine.query(`CREATE TABLE office.reporting AS
		SELECT * FROM (VALUES ${[...told, ...country].join(', ')}) AS told(region, month, list, state)`);
	const cells = ['00', '32.01'].flatMap((region) =>
		['1', '2'].flatMap((decile) =>
			['pkh', 'kmp_pkh'].map((measure) => {
				const count = measure === 'pkh' ? 1000 : decile === '1' ? 100 : 400;
				return `('${region}', DATE '2025-03-01', '${measure}', '${decile}', ${count}, NULL::BIGINT)`;
			})
		)
	);
	await engine.query(`CREATE TABLE office.k2 AS
		SELECT * FROM (VALUES ${cells.join(', ')}) AS cell(region, month, measure, decile, pub, rupiah)`);
});
afterAll(() => engine.close());

function counted(measure: string, values: readonly (number | null)[]): BoundedFigure[] {
	return values.map((value, at): BoundedFigure => ({
		...{ indicator: measure, region: '00', period: monthPeriod(2025, MONTHS[at] ?? 1) },
		...{ value, unit: 'people', state: value === null ? 'withheld' : 'computed' },
		...{ sourceId: 'office', certainty: 'high', flag: null, incomplete: value !== null },
		bounds: value === null ? null : [value - 4, value + 4]
	}));
}

const lineOf = (measure: string, values: readonly (number | null)[]) => ({
	...{ key: measure, label: measure, measures: [measure], figures: counted(measure, values) }
});

describe('counts over time', () => {
	it('break where other districts had reported, and tell only of the same', async () => {
		const { series, told, notes } = await countedLines(
			[lineOf('kmp', [100, 200, 150, 160])],
			CHOSEN,
			asking
		);
		expect(series[0]).toMatchObject({ role: 'chosen', breaks: ['2025-03-01'], changes: [] });
		expect(told.map(({ value }) => value)).toEqual([150, 160]);
		expect(told.map(({ districts }) => districts)).toEqual([
			{ reported: 1, total: 3 },
			{ reported: 1, total: 3 }
		]);
		expect(notes[1]).toBe('Indonesia: figures of 1 to 2 of its 3 districts.');
	});

	it('do not break by lists that they are not counted from', async () => {
		const { series, notes } = await countedLines(
			[lineOf('pkh', [100, 200, 150, 160])],
			CHOSEN,
			asking
		);
		expect(series[0]?.breaks).toEqual([]);
		expect(notes).toHaveLength(1);
	});

	it('begin where any line does, and name the line where they are of other districts', async () => {
		const { series, notes } = await countedLines(
			[lineOf('kmp', [null, null, 150, 160]), lineOf('pkh', [null, 90, 80, 80])],
			CHOSEN,
			asking
		);
		expect(series.map(({ figures }) => figures.length)).toEqual([3, 3]);
		expect(notes[1]).toBe('kmp: figures of 1 of its 3 districts.');
		expect(notes).toHaveLength(2);
	});

	it('of KMP members are set against the first month of the same districts', async () => {
		const figures = (measure: string) => counted(measure, [100, 200, 150, 160]);
		const counts = { starts: [], figures, rate: () => [] };
		const { title, summary } = await kmpMembers(counts, CHOSEN, asking);
		expect(title).toBe(
			'KMP members reached 160 in April 2025, from 150 in March 2025 (not complete: 1 of 3 districts)'
		);
		expect(summary).not.toContain('January');
		const notCome = (of: string) =>
			counted(of, [null, null, null, null]).map((figure) => ({
				...figure,
				state: 'not_received' as const
			}));
		const once = { ...counts, figures: (of: string) => counted(of, [100, 200, 150, null]) };
		expect((await kmpMembers(once, CHOSEN, asking)).title).toBe(
			'150 KMP members in March 2025 (not complete: 1 of 3 districts)'
		);
		const none = { ...counts, figures: (of: string) => notCome(of) };
		expect((await kmpMembers(none, CHOSEN, asking)).title).toBe(
			'How many KMP members there are here is not known, as lists have not come'
		);
	});
});

describe('a rate by group', () => {
	const titleOf = async (place: string) => {
		const chosen = { ...CHOSEN, places: [place], period: CELL.period };
		return (await rateByGroup('kmp_uptake', ['decile'], chosen, asking))?.title;
	};

	it('has a highest and a lowest where all lists had come, and none where they had not', async () => {
		expect(await titleOf('32.01')).toBe(
			'Highest among decile 2 (40.0%), lowest among decile 1 (10.0%)'
		);
		expect(await titleOf('00')).toBe('By decile');
	});
});
