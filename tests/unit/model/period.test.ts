import { describe, expect, test } from 'vitest';
import {
	type Figure,
	daysIn,
	latest,
	levelOf,
	monthPeriod,
	perDay,
	periodKey,
	provinceOf,
	shapeOf,
	yearPeriod
} from '$lib/model';

const permits: Figure = {
	indicator: 'iumk_permits',
	region: '31',
	period: { start: '2020-01-01', end: '2020-07-06' },
	value: 6952,
	unit: 'permits',
	state: 'published',
	sourceId: 'antara-2020-09-jakarta',
	certainty: 'high',
	flag: null
};

describe('periods', () => {
	test('days are counted with both ends: 188 to 6 July 2020, a leap year, and 65 from then on', () => {
		expect(daysIn(permits.period)).toBe(188);
		expect(daysIn({ start: '2020-07-06', end: '2020-09-08' })).toBe(65);
		expect(daysIn({ start: '2020-07-06', end: '2020-07-06' })).toBe(1);
		expect(daysIn(yearPeriod(2024))).toBe(366);
		expect(daysIn(monthPeriod(2023, 2))).toBe(28);
	});

	test('a period is said in its own shape', () => {
		expect(shapeOf(yearPeriod(2021))).toBe('year');
		expect(shapeOf(monthPeriod(2020, 3))).toBe('month');
		expect(shapeOf({ start: '2020-07-06', end: '2020-07-06' })).toBe('day');
		expect(shapeOf(permits.period)).toBe('span');
		expect(periodKey(yearPeriod(2021))).toBe('2021-01-01/2021-12-31');
		expect(periodKey({ start: '2020-07-06', end: '2020-07-06' })).toBe('2020-07-06');
	});
});

describe('figures worked out from one another', () => {
	test('6,952 permits over 188 days are 36.98 a day, and no longer the words of the source', () => {
		const rate = perDay(permits, { indicator: 'iumk_permits_per_day', unit: 'permits_per_day' });
		expect(rate.value).toBeCloseTo(36.9787, 4);
		expect(rate.state).toBe('computed');
		expect(rate.sourceId).toBe(permits.sourceId);
	});

	test('what is missing stays missing', () => {
		const gap = { ...permits, value: null, state: 'missing' as const };
		expect(perDay(gap, { indicator: 'x', unit: 'permits_per_day' })).toMatchObject({
			value: null,
			state: 'missing'
		});
	});

	test('the latest figure is the newest that has a value', () => {
		const older = { ...permits, period: yearPeriod(2018), value: 1 };
		const newer = { ...permits, period: yearPeriod(2022), value: null, state: 'missing' as const };
		expect(latest([newer, older, permits], 'iumk_permits')).toBe(permits);
		expect(latest([newer], 'iumk_permits')).toBe(newer);
		expect(latest([], 'iumk_permits')).toBeUndefined();
	});
});

describe('region codes', () => {
	test('the code tells level and province', () => {
		expect([levelOf('00'), levelOf('32'), levelOf('32.01')]).toEqual([
			'nation',
			'province',
			'regency'
		]);
		expect(provinceOf('32.01')).toBe('32');
	});
});
