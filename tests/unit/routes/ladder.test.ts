import { describe, expect, it } from 'vitest';
import { WAITING_BANDS, type WaitingBand, monthPeriod } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import type { MoveRow } from '$lib/query/computed/moves';
import { flowsChart, waitsChart } from '../../../src/routes/program/tangga/flow-charts';
import { MOVES, flowsOf } from '../../../src/routes/program/tangga/flows';

const CONTEXT: CellContext = {
	kind: 'demo',
	sourceId: 'demo',
	period: monthPeriod(2025, 12),
	protection: {
		...{ base: 5, threshold: 10, bound: 4, method: 'keyed_random_rounding', table: null },
		...{ tableHash: null, families: false, smallestDenominator: 50, demoSecret: true }
	}
};

type Counts = Partial<Record<WaitingBand, number>>;

/** Rows of one move; a band that is not given is withheld. */
function rows(measure: string, counts: Counts, reach: MoveRow['reach'] = 'received'): MoveRow[] {
	return WAITING_BANDS.map((waiting) => ({
		...{ region: '00', year: 2025, measure, waiting, reach },
		published: counts[waiting] ?? null
	}));
}

function flowOf(counts: Counts, reach?: MoveRow['reach']) {
	const [flow] = flowsOf(rows('moved_group_micro', counts, reach), CONTEXT);
	if (!flow) throw new Error('there is one flow');
	return flow;
}

describe('moves up the ladder', () => {
	it('are ten: every step to every higher one', () => {
		expect(MOVES.map(({ measure }) => measure)).toEqual([
			'moved_assistance_group',
			'moved_assistance_micro',
			'moved_assistance_kur',
			'moved_assistance_graduated',
			'moved_group_micro',
			'moved_group_kur',
			'moved_group_graduated',
			'moved_micro_kur',
			'moved_micro_graduated',
			'moved_kur_graduated'
		]);
	});

	it('carry the people of the margin, with bounds, for the whole year', () => {
		const { people, from, to } = flowOf({ '*': 205, '0-5': 100, '6-11': 100 });
		expect({ from, to }).toEqual({ from: 'group', to: 'micro' });
		expect(people).toMatchObject({ value: 205, bounds: [201, 209], state: 'demo' });
		expect(people.period).toEqual({ start: '2025-01-01', end: '2025-12-31' });
	});

	it('are withheld where nothing is published, and late where a list is', () => {
		expect(flowOf({}).people).toMatchObject({ value: null, state: 'withheld' });
		expect(flowOf({}, 'late').people).toMatchObject({ value: null, state: 'late' });
	});

	it('of a place of which some are published are withheld, not late: they need the same lists', () => {
		const all = [
			...rows('moved_group_micro', { '*': 205, '0-5': 205 }, 'late'),
			...rows('moved_group_kur', {}, 'late')
		];
		const [micro, kur] = flowsOf(all, CONTEXT);
		expect(micro?.people).toMatchObject({ value: 205, incomplete: true });
		expect(kur?.people).toMatchObject({ value: null, state: 'withheld', incomplete: true });
	});
});

describe('the median wait', () => {
	it('is read inside its band: half of 200 is all of 0-5 and half of the next 100, so 9 months', () => {
		const { wait } = flowOf({ '*': 300, '0-5': 50, '6-11': 100, '12-23': 50, unknown: 100 });
		expect(wait.months).toMatchObject({ value: 9, unit: 'months', bounds: [6, 12], state: 'demo' });
		expect(wait).toMatchObject({ band: '6-11', sure: true });
	});

	it('says how many could not be placed, and leaves them out', () => {
		const { wait } = flowOf({ '*': 300, '6-11': 100, unknown: 200 });
		expect(wait.unplaced).toMatchObject({ value: 200, bounds: [196, 204] });
		expect(wait.band).toBe('6-11');
	});

	it('is not sure of its band where withheld ones could move it', () => {
		expect(flowOf({ '*': 40, '0-5': 20, '6-11': 15 }).wait).toMatchObject({
			band: '0-5',
			sure: false
		});
	});

	it('is not sure of its band where rounding alone could move it', () => {
		// 100 and 95 may be 96 and 99.
		expect(flowOf({ '*': 195, '0-5': 100, '6-11': 95, '12-23': 10 }).wait.sure).toBe(false);
		expect(flowOf({ '*': 500, '0-5': 400, '6-11': 95, '12-23': 10 }).wait.sure).toBe(true);
	});

	it('in the open band has no number of months, and with no band nothing at all', () => {
		expect(flowOf({ '*': 100, '36+': 100 }).wait).toMatchObject({ months: null, band: '36+' });
		expect(flowOf({ '*': 20 }).wait).toMatchObject({ months: null, band: null, sure: false });
	});

	it('is told with its band, and never as a month beyond it', () => {
		const title = (counts: Counts) =>
			waitsChart([flowOf(counts)], {
				...{ locale: 'id', place: 'Indonesia', year: '2025' },
				source: { id: 'demo', publisher: '', title: '', date: '' }
			})?.title;
		expect(title({ '*': 300, '0-5': 50, '6-11': 100, '12-23': 50 })).toBe(
			'Yang naik dari kelompok ke kredit mikro menunggu sekitar 9 bulan (median, di antara 6 dan 11 bulan)'
		);
		expect(title({ '*': 200, '6-11': 100, '12-23': 100 })).toContain('sekitar 11 bulan');
	});

	it('of lists that had not all come is none that is sure, or at least so long', () => {
		const flow = flowOf({ '*': 500, '0-5': 400, '6-11': 95, '12-23': 10 }, 'late');
		expect(flow.wait).toMatchObject({ sure: false, months: { incomplete: true, atLeast: false } });
		const frame = { locale: 'id', place: 'Indonesia', year: '2025' } as const;
		const source = { id: 'demo', publisher: '', title: '', date: '' };
		const waits = waitsChart([flow], { ...frame, source });
		expect(waits?.title).toMatch(
			/^Sejauh ini yang naik .* sekitar \d bulan \(median; belum lengkap\)$/
		);
		expect(waits?.summary).toMatch(/^Sejauh ini median tersingkat/);
		expect(flowsChart([flow], { ...frame, source }).title).toMatch(/ \(belum lengkap\)$/);
	});
});
