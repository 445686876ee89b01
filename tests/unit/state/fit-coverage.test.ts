import { describe, expect, it } from 'vitest';
import { type CoverageView, DEFAULT_COVERAGE_VIEW } from '$lib/state/coverage-view';
import { coverageGroupReason, fitCoverage } from '$lib/state/fit-coverage';

const view = (more: Partial<CoverageView>): CoverageView => ({ ...DEFAULT_COVERAGE_VIEW, ...more });
const groups = { decile: '3', sex: 'female' };

describe('groups on the coverage page', () => {
	it('do nothing to published figures, and are said to be no part of them', () => {
		const poverty = view({ measure: 'poverty', groups });
		expect(fitCoverage(poverty)).toEqual({
			value: view({ measure: 'poverty' }),
			idle: [
				{ name: 'decile', reason: 'published' },
				{ name: 'sex', reason: 'published' }
			]
		});
		expect(coverageGroupReason('age', poverty)).toBe('published');
	});

	it('are told apart in a rate as far as its period counts them together', () => {
		const month = view({ measure: 'kmp_uptake', groups });
		expect(fitCoverage(month)).toEqual({
			value: { ...month, groups: { decile: '3' } },
			idle: [{ name: 'sex', reason: 'only_by_year' }]
		});
		const year = { ...month, year: 2025 };
		expect(fitCoverage(year)).toEqual({ value: year, idle: [] });
	});

	it('are offered beside others where one cube holds them all', () => {
		const beside = (chosen: CoverageView['groups'], more: Partial<CoverageView> = {}) =>
			coverageGroupReason('sex', view({ measure: 'kmp_uptake', groups: chosen, ...more }));
		expect(beside({ age: '25-44' })).toBeNull();
		expect(beside({ decile: '3' })).toBe('only_by_year');
		expect(beside({ decile: '3' }, { year: 2025 })).toBeNull();
		// Another value of the group itself is always there.
		expect(beside({ sex: 'male' })).toBeNull();
	});
});
