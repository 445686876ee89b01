import { describe, expect, it } from 'vitest';
import type { Chosen } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import type { PairsModel } from '$lib/chart/model';
import { type BoundedFigure, monthPeriod } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import { slopeChart } from '../../../src/routes/bandingkan/charts';
import { gapAnswer } from '../../../src/routes/bandingkan/gap';
import { type Dated, comparedRow } from '../../../src/routes/bandingkan/rates';

const NAMES: Record<string, string> = {
	'00': 'Indonesia',
	'32': 'Jawa Barat',
	'33': 'Jawa Tengah',
	'33.02': 'Banyumas'
};
const cell = {
	kind: 'computed',
	protection: { base: 5, bound: 4, threshold: 10, smallestDenominator: 50 },
	sourceId: 'office',
	period: monthPeriod(2025, 3)
} as CellContext;
const asking = {
	context: { cell, names: NAMES, lists: {}, source: { id: 'office' } },
	locale: 'en'
} as unknown as Asking;

interface Told {
	/** Members of a thousand people, month by month. */
	members: readonly number[];
	/** Months before which others had reported. */
	changed?: readonly number[];
	/** Of how many of its districts it is. */
	districts?: { reported: number; total: number };
	/** The line is drawn on all the same. */
	unbroken?: boolean;
}

function dated(region: string, { members, changed = [], districts, unbroken }: Told): Dated[] {
	return members.map((published, at): Dated => {
		const period = monthPeriod(2025, at + 1);
		const of = { region, start: period.start, decile: '*', sex: '*', age: '*' } as const;
		const value = published / 10;
		const figure: BoundedFigure = {
			...{ indicator: 'kmp_uptake', region, period, value, unit: 'percent', state: 'computed' },
			...{ sourceId: 'office', certainty: 'high', flag: null, incomplete: !!districts },
			bounds: [value - 0.4, value + 0.4],
			...(districts ? { districts } : {})
		};
		const isChanged = changed.includes(at + 1);
		return {
			row: {
				...of,
				part: { ...of, measure: 'kmp_pkh', published, reach: 'received' },
				whole: { ...of, measure: 'pkh', published: 1000, reach: 'received' }
			},
			...{ figure, changed: isChanged, broken: isChanged && !unbroken }
		};
	});
}

function told(all: Record<string, Told>) {
	const codes = Object.keys(all).sort();
	const places = codes.map((code) => ({ code, name: NAMES[code] ?? code, why: '' }));
	const byPlace = codes.map((code) => dated(code, all[code] ?? { members: [] }));
	const chosen: Chosen = {
		...{ places: codes, kind: 'month', period: cell.period, from: '2025-01-01', groups: {} }
	};
	return { places, byPlace, chosen };
}

function slope(all: Record<string, Told>): PairsModel | null {
	const { places, byPlace, chosen } = told(all);
	return slopeChart('kmp_uptake', places, byPlace, chosen, asking) as PairsModel | null;
}

const UP = { members: [100, 200, 300] };
const DOWN = { members: [300, 200, 100] };

describe('from the first to the last', () => {
	it('every place is told whose districts are the same', () => {
		const model = slope({ '33.02': UP, '33': DOWN });
		expect(model?.title).toBe('Since January 2025: 1 up, 1 down, 0 unchanged');
		expect(model?.subtitle).toContain(', Jawa Tengah and Banyumas, end of March 2025');
		expect(model?.notes).toEqual([]);
	});

	it('a place is left out where others reported by the last, and it is said of how many the rest is', () => {
		const model = slope({ '00': { ...UP, changed: [2] }, '33.02': UP, '33': DOWN });
		expect(model?.pairs.map(({ label }) => label)).toEqual(['Jawa Tengah', 'Banyumas']);
		expect(model?.title).toBe('Since January 2025, in 2 of 3 places: 1 up, 1 down, 0 unchanged');
		expect(model?.subtitle).toContain(', Jawa Tengah and Banyumas, end of March 2025');
		expect(model?.notes).toEqual([
			'Indonesia: not shown here. Other districts reported by the second time, so whether it rose or fell is not known.'
		]);
	});

	it('it is left out too where its line goes on all the same', () => {
		const model = slope({ '00': { ...UP, changed: [2, 3], unbroken: true }, '33': DOWN });
		expect(model?.pairs.map(({ label }) => label)).toEqual(['Jawa Tengah']);
	});

	it('there is nothing to show where districts changed everywhere', () => {
		expect(slope({ '00': { ...UP, changed: [3] } })).toBeNull();
	});

	it('of a place that is not complete it is said of how many districts it is', () => {
		const model = slope({ '32': { ...UP, districts: { reported: 1, total: 5 } }, '33': DOWN });
		expect(model?.notes).toEqual([
			'Ringed points: lists of some districts had not come, so the true share may be another.',
			'Jawa Barat: figures of 1 of its 5 districts.'
		]);
	});
});

describe('the gap between two places', () => {
	async function gap(all: Record<string, Told>) {
		const { places, byPlace, chosen } = told(all);
		const compared = comparedRow('kmp_uptake', byPlace, chosen, asking);
		const now = byPlace.map((one) => one.at(-1));
		return gapAnswer('kmp_uptake', null, { places, now, compared }, chosen, asking);
	}
	const some = { reported: 1, total: 5 };

	it('is said to be open where lists of one of them had not all come, also where they do not differ', async () => {
		const answer = await gap({ '32': { members: [100, 100, 110], districts: some }, '33': DOWN });
		expect(answer?.rows).toEqual([]);
		expect(answer?.conclusion).toBe(
			'The lists of Jawa Barat are not complete: the share and the gap may change. ' +
				'Whether the two differ cannot be said yet.'
		);
		const complete = await gap({ '32': { members: [100, 100, 110] }, '33': DOWN });
		expect(complete?.conclusion).toMatch(/^The two do not differ clearly/);
	});
});
