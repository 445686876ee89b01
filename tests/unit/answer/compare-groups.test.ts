import { describe, expect, it } from 'vitest';
import { compareGroups } from '$lib/answer/compare-groups';
import { monthPeriod } from '$lib/model';
import { type CellContext, rateFigure } from '$lib/protect/cell-figure';

const CONTEXT: CellContext = {
	...{ kind: 'computed', sourceId: 'office', period: monthPeriod(2025, 12) },
	protection: {
		...{ base: 5, threshold: 10, bound: 4, method: 'keyed_random_rounding', table: null },
		...{ tableHash: null, families: false, smallestDenominator: 50, demoSecret: false }
	}
};

/** A group of which so many of so many take part; null is withheld. */
function group(label: string, part: number | null, whole: number, reach = 'received' as const) {
	const cell = { region: '35.09', reach };
	const [a, b] = [
		{ ...cell, measure: 'kmp_pkh', published: part },
		{ ...cell, measure: 'pkh', published: whole }
	];
	return { label, part: a, whole: b, rate: rateFigure(a, b, CONTEXT) };
}

const compare = (...groups: ReturnType<typeof group>[]) => compareGroups(groups, 5, 'en');

describe('groups beside each other', () => {
	it('a withheld group is the lowest where its upper end lies below all others, and differs', () => {
		const found = compare(
			group('female 25–44', 160, 4235),
			group('female 45–64', 70, 2000),
			group('female 65+', null, 735)
		);
		expect(found?.lowest).toEqual({ names: 'female 65+', value: 'usually below 1.3%' });
		expect(found?.highest.names).toBe('female 25–44');
		expect(found).toMatchObject({ endsDiffer: true, compared: 3, withheld: 1, open: [] });
	});

	it('each of several withheld groups has its own upper end, the lowest first', () => {
		const known = [group('A', 390, 10_000), group('B', 350, 10_000)];
		const found = compare(...known, group('male 25–44', null, 295), group('female 65+', null, 735));
		expect(found?.lowest).toEqual({
			names: 'female 65+ and male 25–44',
			value: 'usually below 1.3% and 3.1%'
		});
		expect(found?.endsDiffer).toBe(true);
	});

	it('a withheld group that may lie on either side is named as open, and is no lowest', () => {
		const found = compare(group('A', 160, 1000), group('B', 20, 1000), group('C', null, 100));
		expect(found?.lowest.names).toBe('B');
		expect(found?.open).toEqual(['C']);
	});

	it('all that share the value as it is written are named', () => {
		const found = compare(
			group('female 25–44', 260, 10_000),
			group('male 25–44', 258, 10_000),
			group('female 65+', 40, 10_000),
			group('male 65+', 41, 10_000)
		);
		expect(found?.highest).toEqual({ names: 'female 25–44 and male 25–44', value: '2.6%' });
		expect(found?.lowest).toEqual({ names: 'female 65+ and male 65+', value: '0.4%' });
	});

	it('two that differ are found also where the ends do not', () => {
		// The highest is of so few people that chance may have made it.
		const found = compare(group('few', 15, 60), group('A', 1600, 10_000), group('B', 1300, 10_000));
		expect(found).toMatchObject({
			endsDiffer: false,
			apart: { higher: { names: 'A' }, lower: { names: 'B' } }
		});
	});

	it('nothing is said of one alone, and ends that do not differ are named', () => {
		expect(compare(group('A', 30, 1000))).toBeNull();
		expect(compare(group('A', null, 1000), group('B', null, 1000))).toBeNull();
		const found = compare(group('A', 30, 1000), group('B', 35, 1000));
		expect(found).toMatchObject({ apart: null, lowest: { names: 'A' }, highest: { names: 'B' } });
	});
});
