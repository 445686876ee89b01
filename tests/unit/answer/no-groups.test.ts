import { describe, expect, it } from 'vitest';
import { noGroupsWords, whyNoGroups } from '$lib/answer/no-groups';

const WAYS = [['decile'], ['sex', 'age']] as const;
const NATION = { places: ['00'], kind: 'month', groups: {} } as const;

describe('why a rate is not told apart by group', () => {
	it('by month a decile is not divided further, and a year would do', () => {
		expect(whyNoGroups({ ...NATION, groups: { decile: '1' } }, WAYS)).toBe('only_by_year');
		expect(noGroupsWords('only_by_year', 'id')).toContain('hanya dihitung per tahun');
	});

	it('is not said to be few people where cells are asked at all', () => {
		expect(whyNoGroups(NATION, WAYS)).toBe('too_few');
		const year = { ...NATION, kind: 'year', groups: { decile: '1' } } as const;
		expect(whyNoGroups(year, WAYS)).toBe('too_few');
	});

	it('several places, and a single group, have reasons of their own', () => {
		expect(whyNoGroups({ ...NATION, places: ['33.20', '33.01'] }, WAYS)).toBe('several_places');
		const groups = { decile: '1', sex: 'female' };
		expect(whyNoGroups({ ...NATION, kind: 'year', groups }, WAYS)).toBe('one_group');
	});
});
