import { describe, expect, it } from 'vitest';
import { monthPeriod } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import type { CooperativeRow } from '$lib/query/computed/cooperatives';
import { activeOverTime } from '../../../src/routes/program/jakarta/active-charts';
import {
	changeBetween,
	codeOf,
	membersByCooperative
} from '../../../src/routes/program/jakarta/members';

const CONTEXT: CellContext = {
	kind: 'demo',
	sourceId: 'demo',
	period: monthPeriod(2025, 12),
	protection: {
		...{ base: 5, threshold: 10, bound: 4, method: 'keyed_random_rounding', table: null },
		...{ tableHash: null, families: false, smallestDenominator: 50, demoSecret: true }
	}
};

function row(code: string, month: string, more: Partial<CooperativeRow>): CooperativeRow {
	const none = { members: null, active: null };
	return { code, month, ...none, membersReach: 'received', activeReach: 'received', ...more };
}

describe('members of the cooperatives of Jakarta', () => {
	const [first, second] = membersByCooperative(
		[
			row('KAMPUNG-31-01', '2025-01-01', {}),
			row('KAMPUNG-31-01', '2025-02-01', { members: 100, active: 50 }),
			row('KAMPUNG-31-01', '2025-03-01', { members: 130, active: null }),
			row('KAMPUNG-31-02', '2025-01-01', {}),
			row('KAMPUNG-31-02', '2025-02-01', {}),
			row('KAMPUNG-31-02', '2025-03-01', {
				members: null,
				membersReach: 'late',
				activeReach: 'late'
			})
		],
		CONTEXT
	);

	it('begin with the first month in which any cooperative has some', () => {
		expect(first?.months.map(({ month }) => month)).toEqual(['2025-02-01', '2025-03-01']);
		expect(second?.months).toHaveLength(2);
	});

	it('carry bounds, and their share follows rule R3: (50 − 4) ÷ (100 + 4) to (50 + 4) ÷ (100 − 4)', () => {
		const [month] = first?.months ?? [];
		expect(month?.members).toMatchObject({ value: 100, bounds: [96, 104], state: 'demo' });
		expect(month?.share?.value).toBe(50);
		expect(month?.share?.bounds?.[0]).toBeCloseTo(4600 / 104, 10);
		expect(month?.share?.bounds?.[1]).toBeCloseTo(5400 / 96, 10);
	});

	it('are withheld, never zero, where nothing is published; late where the list is', () => {
		expect(first?.months[1]?.active).toMatchObject({ value: null, state: 'withheld' });
		expect(second?.months[0]?.members).toMatchObject({ value: null, state: 'withheld' });
		expect(second?.months[1]?.members).toMatchObject({ value: null, state: 'late' });
	});

	it('change by what both counts allow: 130 − 100 is between 22 and 38', () => {
		const [before, after] = first?.months ?? [];
		if (!before || !after) throw new Error('two months were given');
		expect(changeBetween(before.members, after.members)).toMatchObject({
			value: 30,
			bounds: [22, 38],
			period: { start: '2025-02-01', end: '2025-03-31' }
		});
		expect(changeBetween(before.active, after.active)).toBeNull();
	});

	it('have codes by the number that the source gives', () => {
		expect(codeOf(7)).toBe('KAMPUNG-31-07');
		expect(codeOf(12)).toBe('KAMPUNG-31-12');
	});
});

describe('the share of active members over time', () => {
	/** The first two months are not told of: their lists do not cover 90 days. */
	const months = ['01', '02', '03', '04'].map((month) => `2025-${month}-01`);
	const chart = (from: string, reach: CooperativeRow['membersReach'], ...last: number[]) => {
		const rows = last.flatMap((active, index) =>
			months.map((month) =>
				row(`KAMPUNG-31-0${index + 1}`, month, {
					members: 1000,
					...{ membersReach: reach, activeReach: reach },
					active: month === '2025-04-01' ? active : 500
				})
			)
		);
		const cooperatives = membersByCooperative(rows, CONTEXT).map((one) => ({
			...one,
			...{ name: one.code, short: one.code }
		}));
		const source = { id: 'demo', publisher: '', title: '', date: '' };
		return activeOverTime(cooperatives, { locale: 'id', source, base: 5 }, from);
	};
	const title = (...last: number[]) => chart('2025-01-01', 'received', ...last)?.title;

	it('is not told of lists that had not all come', () => {
		expect(chart('2025-01-01', 'late', 800, 200)?.title).toBe(
			'Bagian anggota yang aktif, bulan demi bulan'
		);
	});

	it('names falls beside rises', () => {
		expect(title(500, 200, 510)).toBe(
			'Dari 3 koperasi, bagian anggota yang aktif naik nyata di 0 dan turun nyata di 1'
		);
		expect(title(800, 200)).toContain('naik nyata di 1 dan turun nyata di 1');
	});

	it('begins with the month that is chosen, and is not told of a single one', () => {
		expect(chart('2025-03-01', 'received', 500)).toEqual(chart('2025-01-01', 'received', 500));
		expect(chart('2025-04-01', 'received', 500)).toBeNull();
	});

	it('says where none has clearly changed', () => {
		expect(title(500, 510)).toBe(
			'Bagian anggota yang aktif tidak berubah nyata di satu pun dari 2 koperasi'
		);
	});
});
