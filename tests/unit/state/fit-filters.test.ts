import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubeFor } from '$lib/protect/cube-for';
import { type Filters, GROUP_NAMES, NO_FILTERS } from '$lib/state/filters';
import { type FilterOffers, fitFilters } from '$lib/state/fit-filters';

const OFFERS: FilterOffers = {
	places: new Set(['00', '32', '32.01', '32.02', '32.03', 'list:one']),
	mostPlaces: 2,
	summed: true,
	months: { first: '2024-01', last: '2025-12' },
	years: [2024, 2025],
	programmes: new Set(['kmp']),
	groups: ['decile', 'sex', 'age']
};
const fit = (more: Partial<Filters>, offers: Partial<FilterOffers> = {}) =>
	fitFilters({ ...NO_FILTERS, ...more }, { ...OFFERS, ...offers });

describe('filters on a page', () => {
	it('decile beside sex is counted by year, and said to be so in a month', () => {
		const groups = { decile: '3', sex: 'female' };
		expect(fit({ groups })).toEqual({
			value: { ...NO_FILTERS, groups: { decile: '3' } },
			idle: [{ name: 'sex', reason: 'only_by_year' }]
		});
		const period = { kind: 'year', year: 2024 } as const;
		expect(fit({ groups, period })).toEqual({
			value: { ...NO_FILTERS, period, groups },
			idle: []
		});
	});

	it('whatever was chosen, what is kept is held by a cube', () => {
		const chosen = fc.record(
			{ decile: fc.constant('3'), sex: fc.constant('male'), age: fc.constant('65+') },
			{ requiredKeys: [] }
		);
		const period = fc.constantFrom(
			null,
			{ kind: 'year', year: 2024 } as const,
			{
				kind: 'month',
				from: null,
				until: '2025-03'
			} as const
		);
		fc.assert(
			fc.property(chosen, period, (groups, when) => {
				const { value, idle } = fit({ groups, period: when });
				const kept = GROUP_NAMES.filter((name) => value.groups[name] !== undefined);
				expect(typeof cubeFor(kept, when?.kind ?? 'month')).toBe('string');
				expect(kept.length + idle.length).toBe(Object.keys(groups).length);
			})
		);
	});

	it('only districts are added up, and no more than the page can tell of', () => {
		expect(fit({ places: ['32.01', '32'] }).idle).toEqual([
			{ name: 'places', value: '32', reason: 'not_a_district' }
		]);
		expect(fit({ places: ['32.01', '32.02', '32.03'] }).idle).toEqual([
			{ name: 'places', value: '32.03', reason: 'too_many' }
		]);
		expect(fit({ places: ['32.01', '32'] }, { summed: false }).idle).toEqual([]);
	});

	it('what the page does not have is kept apart, with the reason', () => {
		const period = { kind: 'month', from: '2023-11', until: '2024-03' } as const;
		expect(fit({ places: ['35.09'], period, programme: 'kjmis' })).toEqual({
			value: NO_FILTERS,
			idle: [
				{ name: 'places', value: '35.09', reason: 'not_in_data' },
				{ name: 'period', reason: 'not_in_data' },
				{ name: 'programme', reason: 'not_in_data' }
			]
		});
		expect(
			fit(
				{ programme: 'kmp', period, groups: { sex: 'male' } },
				{ programmes: new Set(), months: null, years: [], groups: [] }
			).idle.map(({ reason }) => reason)
		).toEqual(['not_here', 'not_here', 'not_here']);
	});

	it('two places of a difference are kept where a page explains one and has both, and else said to do nothing there', () => {
		const pair = ['32.01', '00'] as const;
		expect(fit({ pair }, { pairs: true })).toEqual({ value: { ...NO_FILTERS, pair }, idle: [] });
		expect(fit({ pair })).toEqual({ value: NO_FILTERS, idle: [] });
		expect(fit({ pair: ['32.01', '35.09'] }, { pairs: true })).toEqual({
			value: NO_FILTERS,
			idle: [{ name: 'pair', reason: 'not_in_data' }]
		});
	});
});
