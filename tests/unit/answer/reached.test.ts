import { describe, expect, it } from 'vitest';
import { reachedNotes, reachedOver } from '$lib/answer/reached';
import { type BoundedFigure, type ListKind, monthPeriod } from '$lib/model';
import type { UnreportedRow } from '$lib/query/unreported';

const DISTRICTS = ['32.01', '32.02', '32.03', '32.04'];
const MONTHS = [1, 2, 3, 4, 5, 6];
const startOf = (month: number) => monthPeriod(2025, month).start;

function late(region: string, months: readonly number[], list: ListKind = 'members') {
	return months.map((month): UnreportedRow => ({ region, list, month: startOf(month) }));
}

function rowsOf(missing: readonly UnreportedRow[], without: readonly number[] = []) {
	return MONTHS.map((month): { figure: BoundedFigure } => ({
		figure: {
			...{ indicator: 'a', region: '32', unit: 'percent', sourceId: 'office', certainty: 'high' },
			...{ flag: null, bounds: null, period: monthPeriod(2025, month) },
			value: without.includes(month) ? null : 10 + month,
			state: without.includes(month) ? 'withheld' : 'computed',
			incomplete: missing.some((one) => one.month === startOf(month) && one.list === 'members')
		} as BoundedFigure
	}));
}

function reached(missing: readonly UnreportedRow[], without: readonly number[] = []) {
	return reachedOver(rowsOf(missing, without), DISTRICTS, missing, ['members'], 'month');
}
const breaks = (all: ReturnType<typeof reached>) =>
	all.flatMap(({ broken }, index) => (broken ? [MONTHS[index]] : []));
const reports = (all: ReturnType<typeof reached>) =>
	all.map(({ figure }) => figure.districts?.reported ?? null);

describe('the line of a larger place', () => {
	it('goes on where the same districts report, and says of how many it is', () => {
		const all = reached(late('32.01', MONTHS));
		expect(breaks(all)).toEqual([]);
		expect(reports(all)).toEqual([3, 3, 3, 3, 3, 3]);
		expect(all[0]?.figure.districts?.total).toBe(4);
	});

	it('breaks where others report than before, be they as many', () => {
		const all = reached([...late('32.01', [3, 4]), ...late('32.02', [5])]);
		expect(reports(all)).toEqual([null, null, 3, 3, 3, null]);
		expect(breaks(all)).toEqual([3, 5, 6]);
	});

	it('takes lists that it is not counted from for no matter', () => {
		const all = reached(late('32.01', [3, 4], 'activities'));
		expect(breaks(all)).toEqual([]);
		expect(reports(all)).toEqual([null, null, null, null, null, null]);
	});

	it('breaks once where it has no figure in between', () => {
		expect(breaks(reached(late('32.01', [4, 5, 6]), [3]))).toEqual([]);
	});

	it('goes on where it would fall into pieces: then points and notes tell', () => {
		const all = reached([...late('32.01', [2]), ...late('32.02', [4]), ...late('32.03', [6])]);
		expect(breaks(all)).toEqual([]);
		expect(reports(all)).toEqual([null, 3, null, 3, null, 3]);
	});

	it('lacks for a year what it lacks for a month of it', () => {
		const figure = {
			...(rowsOf([])[0]?.figure as BoundedFigure),
			incomplete: true,
			period: { start: '2025-01-01', end: '2025-12-31' }
		};
		const [one] = reachedOver([{ figure }], DISTRICTS, late('32.01', [5, 6]), ['members'], 'year');
		expect(one?.figure.districts).toEqual({ reported: 3, total: 4 });
	});
});

describe('the note on a larger place', () => {
	const asking = {
		context: { names: { '32': 'Jawa Barat' } },
		locale: 'en'
	} as unknown as Parameters<typeof reachedNotes>[2];
	const note = (missing: readonly UnreportedRow[]) =>
		reachedNotes(
			'32',
			reached(missing).map(({ figure }) => figure),
			asking
		);

	it('says of how many districts it is, from the fewest to the most', () => {
		expect(note([])).toEqual([]);
		expect(note(late('32.01', MONTHS))[0]).toContain(': figures of 3 of its 4 districts');
		expect(note([...late('32.01', MONTHS), ...late('32.02', [6])])[0]).toContain(
			': figures of 2 to 3 of its 4 districts'
		);
		expect(note(late('32.01', [5, 6]))[0]).toContain(': figures of 3 to 4 of its 4 districts');
	});
});
