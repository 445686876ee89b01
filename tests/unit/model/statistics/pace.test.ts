import { describe, expect, it } from 'vitest';
import { type Measured, type Target, paceOf } from '$lib/model/statistics/pace';
import { medianWait } from '$lib/model/statistics/waiting';

const at = (date: string, value: number, bound = 0): Measured => ({
	value,
	low: value - bound,
	high: value + bound,
	date
});
const target: Target = { value: 1000, date: '2026-12-31', direction: 'at_least' };

describe('the pace to a target', () => {
	it('is what was done a month against what is still needed a month', () => {
		const pace = paceOf(at('2025-12-31', 700), at('2024-12-31', 400), target);
		expect(pace).toMatchObject({ status: 'on_pace', sure: true });
		expect(pace.done).toBeCloseTo(25, 1);
		expect(pace.needed).toBeCloseTo(25, 1);
	});

	it('is behind where the change kept up does not suffice, and where the date has passed', () => {
		expect(paceOf(at('2025-12-31', 600), at('2024-12-31', 400), target).status).toBe('behind');
		const passed = paceOf(at('2027-01-31', 990), at('2026-01-31', 400), target);
		expect(passed).toMatchObject({ status: 'behind', needed: null });
	});

	it('is not judged where nothing is known of the time before, and there is time left', () => {
		expect(paceOf(at('2025-12-31', 900), null, target)).toMatchObject({
			status: 'pace_unknown',
			done: null
		});
		const past: Target = { ...target, date: '2025-06-30' };
		expect(paceOf(at('2025-12-31', 900), null, past).status).toBe('behind');
	});

	it('is reached at the target, also where less is better', () => {
		expect(paceOf(at('2025-12-31', 1000), null, target).status).toBe('reached');
		const zero: Target = { value: 0, date: '2026-12-31', direction: 'at_most' };
		expect(paceOf(at('2025-12-31', 0), null, zero).status).toBe('reached');
		const falling = paceOf(at('2025-12-31', 1), at('2024-12-31', 2.5), zero);
		expect(falling.status).toBe('on_pace');
		expect(paceOf(at('2025-12-31', 1), at('2024-12-31', 0.5), zero).status).toBe('behind');
	});

	it('is not sure where the bounds allow another status', () => {
		expect(paceOf(at('2025-12-31', 998, 4), null, target)).toMatchObject({
			status: 'pace_unknown',
			sure: false
		});
		expect(paceOf(at('2025-12-31', 1004, 4), null, target)).toMatchObject({
			status: 'reached',
			sure: true
		});
	});

	it('tells what nobody has counted from what has no target', () => {
		expect(paceOf(null, null, target).status).toBe('uncounted');
		expect(paceOf(null, null, null).status).toBe('uncounted');
		expect(paceOf(at('2025-12-31', 5), at('2024-12-31', 2), null)).toMatchObject({
			status: 'no_target',
			needed: null
		});
	});
});

describe('the median waiting time', () => {
	it('is linear within the band of the middle person', () => {
		// 100 people; the 50th is the 30th of 40 in months 6-11: 6 + 6 × 30/40.
		const counts = { '0-5': 20, '6-11': 40, '12-23': 30, '24-35': 10, '36+': 0 };
		expect(medianWait(counts, 9)).toEqual({ months: 10.5, band: '6-11', sure: true });
	});

	it('in the open band is its start or more', () => {
		const counts = { '0-5': 10, '6-11': 10, '36+': 50 };
		expect(medianWait(counts, 0)).toEqual({ months: null, band: '36+', sure: true });
	});

	it('leaves out those of whom it is not known, and says where withheld bands might move it', () => {
		const counts = {
			'0-5': 20,
			'6-11': 15,
			'12-23': null,
			'24-35': null,
			'36+': null,
			unknown: 500
		};
		expect(medianWait(counts, 9)).toMatchObject({ band: '0-5', sure: false });
		expect(medianWait({ '0-5': null, unknown: 30 }, 9)).toBeNull();
	});
});
