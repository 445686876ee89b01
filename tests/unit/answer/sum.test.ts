import { describe, expect, it } from 'vitest';
import { groupsOfKey, keyOfGroups } from '$lib/answer/group-key';
import { partOf } from '$lib/protect/part-of';
import { sumFigures, sumRate } from '$lib/answer/sum';
import { type BoundedFigure, type FigureState, monthPeriod } from '$lib/model';

function count(
	region: string,
	value: number | null,
	more: { state?: FigureState; incomplete?: boolean; indicator?: string } = {}
): BoundedFigure {
	return {
		indicator: 'kmp',
		region,
		period: monthPeriod(2025, 3),
		value,
		unit: 'people',
		state: value === null ? 'withheld' : 'computed',
		sourceId: 'office',
		certainty: 'high',
		flag: null,
		bounds: value === null ? null : [value - 4, value + 4],
		incomplete: false,
		...more
	};
}

describe('a sum of several districts', () => {
	it('has bounds that are the sums of theirs', () => {
		const sum = sumFigures([count('32.01', 120), count('32.02', 35), count('32.03', 10)]);
		expect(sum).toMatchObject({ value: 165, bounds: [153, 177], incomplete: false });
	});

	it('leaves out what is withheld, and says that it is incomplete', () => {
		const sum = sumFigures([count('32.01', null), count('32.02', 35)]);
		expect(sum).toMatchObject({ value: 35, bounds: [31, 39], incomplete: true });
	});

	it('has no value, and is never zero, where no district has one', () => {
		const late = count('32.01', null, { state: 'late' });
		expect(sumFigures([late, count('32.02', null)])).toMatchObject({
			value: null,
			state: 'withheld',
			bounds: null
		});
		expect(sumFigures([late, late])).toMatchObject({ value: null, state: 'late' });
	});

	it('is the district itself where there is one', () => {
		expect(sumFigures([count('32.01', 120)])).toEqual(count('32.01', 120));
	});
});

describe('a rate over several districts', () => {
	const pair = (part: number | null, whole: number | null) => ({
		part: count('32.01', part, { indicator: 'kmp_pkh' }),
		whole: count('32.01', whole, { indicator: 'pkh' })
	});

	it('is of the sums, between the least part of the greatest whole and the reverse', () => {
		const rate = sumRate([pair(20, 200), pair(30, 300)], 50);
		expect(rate?.value).toBeCloseTo(10, 10);
		expect(rate?.bounds?.[0]).toBeCloseTo((100 * 42) / 508, 10);
		expect(rate?.bounds?.[1]).toBeCloseTo((100 * 58) / 492, 10);
		expect(rate).toMatchObject({ unit: 'percent', incomplete: false });
	});

	it('takes part and whole of the same districts', () => {
		expect(sumRate([pair(20, 200), pair(null, 300)], 50)).toMatchObject({
			value: 10,
			incomplete: true
		});
	});

	it('is not made of a small whole, nor of nothing', () => {
		expect(sumRate([pair(10, 25), pair(10, 20)], 50)).toBeNull();
		expect(sumRate([pair(null, 300)], 50)).toBeNull();
		expect(sumRate([], 50)).toBeNull();
	});

	it('is no more than the whole, however both were rounded', () => {
		expect(sumRate([pair(55, 50)], 50)).toMatchObject({ value: 100 });
		expect(sumRate([pair(55, 50)], 50)?.bounds?.[1]).toBe(100);
	});
});

describe('what an answer is read from', () => {
	it('is the file of the province for groups of a regency and years of a province', () => {
		expect(partOf('32.01', 'k1')).toBeNull();
		expect(partOf('32.01', 'k2')).toBe('32');
		expect(partOf('32', 'k2')).toBeNull();
		expect(partOf('32', 'k4')).toBe('32');
		expect(partOf('00', 'k4')).toBe('00');
		expect(partOf('list:pke-2021-35', 'k3')).toBeNull();
		expect(partOf('list:pke-2021-35', 'k4')).toBe('00');
	});

	it('a mark of groups says which they are', () => {
		const values = { decile: '*', sex: 'female', age: '65+' };
		expect(groupsOfKey(keyOfGroups(values, ['sex', 'age']))).toEqual({ sex: 'female', age: '65+' });
		expect(groupsOfKey('32.01')).toEqual({});
	});
});
