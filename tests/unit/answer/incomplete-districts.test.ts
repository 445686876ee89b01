import { describe, expect, it } from 'vitest';
import { funnelOfRate } from '$lib/answer/funnel-of-rate';
import { incompleteNotes } from '$lib/answer/incomplete-note';
import { rankingOfRate } from '$lib/answer/ranking-of-rate';
import type { DistrictRate } from '$lib/answer/rate-by-district';
import type { BarsModel } from '$lib/chart/model';
import { ASKING, CHOSEN, district } from './districts';

const area = ['00'];
const ranking = (rows: DistrictRate[]) =>
	rankingOfRate('kmp_uptake', { rows, area }, CHOSEN, ASKING) as BarsModel;
const LATE = district('32.09', 900, 'late');
const NEVER = district('32.08', null, 'not_received');

describe('a ranking of districts of which not all had reported', () => {
	it('is none of a single district: nobody stands first of one', () => {
		const { title, bars, notes, table } = ranking([district('32.01', 300), LATE, NEVER]);
		expect(title).toBe('Only District 32.01 can be compared: there is no ranking');
		expect(bars.map(({ ranks }) => ranks)).toEqual([null, null, null]);
		expect(table.wordColumns ?? []).toEqual([]);
		expect(notes).toEqual([
			'Hollow bars: lists of some districts had not come, so the true figure may be another.',
			'Not complete, so that it may change and is not compared: District 32.09.'
		]);
	});

	it('says of how many it is, and how many there are', () => {
		const two = [district('32.01', 300), district('32.02', 100)];
		expect(ranking([...two, LATE, NEVER]).title).toBe(
			'District 32.01 surely stands at rank 1 of 2 districts that can be compared (4 in all)'
		);
		expect(ranking(two).title).toBe('District 32.01 surely stands at rank 1 of 2');
	});

	it('is none where no district has reported', () => {
		expect(ranking([NEVER]).title).toBe('No district can be ranked');
	});
});

describe('a funnel of districts of which not all had reported', () => {
	const rows = [100, 110, 120, 130, 140, 150].map((members, at) =>
		district(`32.0${at + 1}`, members)
	);
	const title = (all: DistrictRate[]) =>
		funnelOfRate('kmp_uptake', { rows: all, area }, CHOSEN, ASKING).title;

	it('says of how many it is, and how many there are', () => {
		expect(title(rows)).toMatch(/, of 6$/);
		expect(title([...rows, LATE, NEVER])).toMatch(
			/, of 6 districts that can be compared \(8 in all\)$/
		);
	});
});

describe('the note on what is not complete', () => {
	const figure = (incomplete: boolean, districts?: { reported: number; total: number }) => ({
		...district('32.01', 300).part,
		incomplete,
		...(districts ? { districts } : {})
	});

	it('names each, with of how many of its districts it is', () => {
		const rows = [
			{ label: 'Jawa Barat', figure: figure(true, { reported: 1, total: 5 }) },
			{ label: 'Jakarta', figure: figure(false) },
			{ label: 'Kuningan', figure: figure(true) }
		];
		expect(incompleteNotes(rows, 'en')).toEqual([
			'Not complete, so that it may change and is not compared: Jawa Barat (1 of 5 districts), Kuningan.'
		]);
		expect(incompleteNotes([{ label: 'Jakarta', figure: figure(false) }], 'en')).toEqual([]);
	});

	it('counts those beyond ten', () => {
		const rows = Array.from({ length: 13 }, (_, at) => ({
			label: String(at + 1),
			figure: figure(true)
		}));
		expect(incompleteNotes(rows, 'en')[0]).toMatch(/: 1, 2, .*, 10, and 3 more\.$/);
	});
});
