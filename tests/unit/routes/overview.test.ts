import { describe, expect, it } from 'vitest';
import type { BoundedFigure, Figure, Reporting } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import type { StatedProtection } from '$lib/protect/manifest';
import type { RateRow } from '$lib/query/computed/rates';
import type { ReportRow } from '$lib/query/computed/reporting';
import { reportsOf } from '../../../src/routes/data/reports';
import { freshnessOf } from '../../../src/routes/overview/freshness';
import { mapFigures } from '../../../src/routes/overview/map-figures';
import { mapTable } from '../../../src/routes/overview/map-table';
import { moversOf } from '../../../src/routes/overview/movers';
import { type StatusRow, dated, paceOfRow, tried } from '../../../src/routes/overview/status-row';
import { stretchesOf } from '../../../src/routes/overview/stretches';
import { uptakeTitle } from '../../../src/routes/overview/uptake-title';
import { yearBefore } from '../../../src/routes/overview/year-before';

function figure(end: string, value: number | null, more: Partial<BoundedFigure> = {}): Figure {
	return {
		indicator: 'poverty_rate',
		region: '00',
		period: { start: end, end },
		value,
		unit: 'percent',
		state: value === null ? 'withheld' : 'published',
		sourceId: 'a',
		certainty: 'high',
		flag: null,
		...more
	};
}

function row(more: Partial<StatusRow>): StatusRow {
	return {
		id: 'poverty_rate',
		name: 'P0',
		place: 'Indonesia',
		programme: { name: '', page: '' },
		unit: 'percent',
		direction: 'at_most',
		actual: null,
		before: null,
		source: null,
		target: null,
		reported: '',
		newest: '2025-12-31',
		...more
	};
}

describe('the figure of a year before', () => {
	const now = figure('2025-09-30', 8.25);

	it('is the one nearest to twelve months earlier, of those nine to fifteen months old', () => {
		const all = [figure('2024-03-31', 9.03), figure('2024-09-30', 8.57), now];
		expect(yearBefore(all, now)?.value).toBe(8.57);
		expect(yearBefore([figure('2024-10-31', 1), figure('2024-08-31', 2)], now)).not.toBeNull();
	});

	it('is none where only older or newer figures are, or such as have no value', () => {
		expect(yearBefore([figure('2024-03-31', 9.03), now], now)).toBeNull();
		expect(yearBefore([figure('2024-09-30', null)], now)).toBeNull();
	});
});

describe('a row of the targets', () => {
	const zero = tried(row({}), 0, '2026-12-31').target;

	it('of extreme poverty is behind: 0.41 points fell in a year, 0.85 are left for 21 months', () => {
		const pace = paceOfRow(
			row({ actual: figure('2025-03-31', 0.85), before: figure('2024-03-31', 1.26), target: zero })
		);
		expect(pace).toMatchObject({ status: 'behind', sure: true, passed: false, alike: false });
		expect(pace.done).toBeCloseTo(-0.41 / 12, 3);
		expect(pace.needed).toBeCloseTo(-0.85 / 21, 3);
	});

	it('knows a date that has passed since by the newest figure of the page', () => {
		const old = tried(row({}), 0, '2024-12-31').target;
		expect(paceOfRow(row({ actual: figure('2024-03-31', 0.83), target: old })).passed).toBe(true);
		const [first] = dated([
			row({ newest: '', actual: figure('2024-03-31', 1) }),
			row({ newest: '', actual: figure('2025-09-30', 1) }),
			row({ newest: '', actual: figure('2026-09-30', null) })
		]);
		expect(first?.newest).toBe('2025-09-30');
	});

	it('is not known where nobody has counted, and has no target where none is set', () => {
		const uncounted = figure('2025-11-17', null, { state: 'not_counted' });
		expect(paceOfRow(row({ actual: uncounted, target: zero })).status).toBe('uncounted');
		expect(paceOfRow(row({ actual: figure('2025-09-30', 8) })).status).toBe('no_target');
	});

	it('does not call a change one that its bounds allow to be none', () => {
		const bounded = (end: string, value: number) =>
			figure(end, value, { bounds: [value - 0.4, value + 0.4], incomplete: false });
		const change = (value: number) =>
			paceOfRow(row({ actual: bounded('2025-12-31', value), before: bounded('2024-12-31', 5) }))
				.alike;
		expect(change(5.7)).toBe(true);
		expect(change(5.9)).toBe(false);
	});

	it('takes the upper end of an earlier rate that is withheld, so that no gain is overstated', () => {
		const below = figure('2024-12-31', null, { bounds: [0, 2], incomplete: false });
		const now = figure('2025-12-31', 8, { bounds: [7.9, 8.1], incomplete: false });
		const up = paceOfRow(row({ direction: 'at_least', actual: now, before: below }));
		expect(up.atLeast).toBe(true);
		expect(up.done).toBeCloseTo(6 / 12, 2);
		expect(paceOfRow(row({ actual: now, before: below })).done).toBeNull();
	});
});

const context: CellContext = {
	kind: 'demo',
	protection: {
		base: 5,
		bound: 4,
		threshold: 10,
		smallestDenominator: 50
	} as unknown as StatedProtection,
	sourceId: 'demo',
	period: { start: '2025-12-01', end: '2025-12-31' }
};

function counted(
	region: string,
	part: number | null,
	whole: number,
	reach: Reporting = 'received'
): RateRow {
	const all = { region, start: '2025-12-01', decile: '*', sex: '*', age: '*' } as const;
	const cell = (measure: string, published: number | null, state: Reporting) => ({
		...all,
		measure,
		published,
		reach: state
	});
	return {
		...all,
		part: cell('kmp_pkh', part, reach),
		whole: cell('pkh', whole, 'received')
	};
}

describe('the small map', () => {
	it('tells apart what never came, what is late, and what is too small for a share', () => {
		const figures = mapFigures(
			[
				counted('32.01', 100, 10_000),
				counted('32.02', 10, 40),
				counted('32.03', null, 5000, 'late'),
				counted('32.04', null, 5000, 'not_received')
			],
			context
		);
		expect(figures.map(({ region, state }) => [region, state])).toEqual([
			['32.01', context.kind],
			['32.02', 'withheld'],
			['32.03', 'late'],
			['32.04', 'not_received']
		]);
	});
});

describe('the table behind the small map', () => {
	const names = { '32': 'Jawa Barat', '32.01': 'Bogor', '32.02': 'Sukabumi', '33.01': 'Cilacap' };

	it('has each district that lists cover in the order of codes, and why one has no share', () => {
		const table = mapTable(
			[
				counted('33.01', null, 5000, 'late'),
				counted('32.02', 10, 40),
				counted('32.01', 100, 10_000)
			],
			{ names, cell: context }
		);
		expect(table).toMatchObject({
			by: 'district',
			rows: [
				{ code: '32.01', name: 'Bogor', rate: { value: 1 } },
				// Forty recipients: no rate is made of so few.
				{ code: '32.02', name: 'Sukabumi', rate: null, instead: { value: 40 } },
				{ code: '33.01', name: 'Cilacap', rate: null, instead: { value: null, state: 'late' } }
			]
		});
	});

	it('is a row for each province where there are more districts than a page should carry', () => {
		const many = Array.from({ length: 61 }, (_, index) =>
			counted(`32.${String(index + 1).padStart(2, '0')}`, index === 0 ? null : 100, 10_000)
		);
		expect(mapTable(many, { names, cell: context })).toEqual({
			by: 'province',
			districts: 61,
			rows: [{ code: '32', name: 'Jawa Barat', known: 60, total: 61 }]
		});
	});
});

describe('districts that moved', () => {
	const movers = moversOf(
		{
			context,
			rows: [
				counted('32.01', 100, 10_000),
				counted('32.02', null, 5000),
				counted('32.03', 1000, 5000),
				counted('32.04', 100, 1000),
				counted('32.05', 100, 5000),
				counted('32.06', 100, 5000)
			]
		},
		{
			context,
			rows: [
				counted('32.01', 3000, 10_000),
				counted('32.02', 500, 5000),
				counted('32.03', 500, 5000),
				counted('32.04', 110, 1000),
				counted('32.05', 2500, 5000, 'late'),
				counted('32.07', 2500, 5000)
			]
		}
	);

	it('are named where bounds and chance leave no doubt, the surest change first', () => {
		expect(movers.up.map(({ region }) => region)).toEqual(['32.01', '32.02']);
		expect(movers.down.map(({ region }) => region)).toEqual(['32.03']);
		// At least (500 − 4) ÷ 5,004 less 9 ÷ 4,996, in points: the earlier share is withheld.
		expect(movers.up[1]?.change.low).toBeCloseTo((100 * 496) / 5004 - 900 / 4996, 6);
	});

	it('and the others are counted: those alike, and those that cannot be compared', () => {
		expect(movers).toMatchObject({ compared: 4, alike: 1, apart: 2 });
	});
});

function report(region: string, month: string, state: Reporting, list = 'members'): ReportRow {
	return { region, month, state, list: list as ReportRow['list'] };
}

describe('the months of a country', () => {
	it('are cut where other districts report, and say of how many they are', () => {
		const months = ['2025-01-01', '2025-02-01', '2025-03-01'];
		const figures = months.map(
			(start, index) =>
				({ ...figure(start, index), bounds: null, incomplete: true }) as BoundedFigure
		);
		const reports = months.flatMap((month) => [
			report('32.01', month, 'received'),
			report('32.02', month, month === '2025-03-01' ? 'late' : 'received'),
			report('32.03', month, 'not_received')
		]);
		const { stretches, total } = stretchesOf(figures, reports, ['members']);
		expect(total).toBe(3);
		expect(stretches.map((one) => [one.reported, one.figures.length])).toEqual([
			[2, 2],
			[1, 1]
		]);
	});
});

describe('the title of uptake', () => {
	const months = (shares: readonly number[], incomplete = true): BoundedFigure[] =>
		shares.map((value, index) => ({
			...figure(`2025-0${index + 1}-01`, value),
			bounds: [value - 0.1, value + 0.1],
			incomplete,
			atLeast: incomplete
		}));

	it('says of how many districts it is, and compares with months of the same districts alone', () => {
		const stretches = [
			{ figures: months([1, 2]), reported: 18 },
			{ figures: months([3, 4]), reported: 16 }
		];
		const title = uptakeTitle(stretches, 39, 'id');
		expect(title).toMatch(
			/^Sekurangnya 3,9% .*; sekurangnya 2,9% .* \(16 dari 39 daerah melapor\)$/
		);
	});

	it('compares with nothing where the last month stands alone', () => {
		const stretches = [
			{ figures: months([1, 2]), reported: 18 },
			{ figures: months([3], false), reported: 39 }
		];
		expect(uptakeTitle(stretches, 39, 'id')).toMatch(/^3,0% [^;]*$/);
	});
});

describe('how fresh the data is', () => {
	it('is told by list, and by district those that lack most first', () => {
		const months = ['2025-01-01', '2025-02-01'];
		const rows = months.flatMap((month) =>
			(['beneficiaries', 'members', 'activities'] as const).flatMap((list) => [
				report('32.01', month, 'received', list),
				report('32.02', month, list === 'members' ? 'not_received' : 'received', list),
				report(
					'32.03',
					month,
					list === 'members' && month === '2025-02-01' ? 'late' : 'received',
					list
				)
			])
		);
		const fresh = freshnessOf(reportsOf(rows, (code) => code));
		expect(fresh.complete).toBe(1);
		expect(fresh.behind.map(({ region }) => region)).toEqual(['32.02', '32.03']);
		expect(fresh.lists.find(({ list }) => list === 'members')).toEqual({
			list: 'members',
			fresh: 1,
			complete: 1,
			never: 1,
			total: 3
		});
		const members = fresh.behind[1]?.lists.find(({ list }) => list === 'members');
		expect(members).toEqual({ list: 'members', last: '2025-01-01', lacking: 1 });
	});
});
