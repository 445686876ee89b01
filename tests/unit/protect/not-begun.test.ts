import { describe, expect, it } from 'vitest';
import { MEASURES, type Reporting, membershipsIn, monthPeriod, yearPeriod } from '$lib/model';
import { type CellContext, cellFigure, notBegun, rateFigure } from '$lib/protect/cell-figure';

const BEGIN = { on: '2025-03-27', sourceId: 'press', publisher: 'Press' };

const at = (period: CellContext['period']): CellContext => ({
	kind: 'demo',
	sourceId: 'demo',
	period,
	begins: { kmp: BEGIN },
	protection: {
		...{ base: 5, threshold: 10, bound: 4, method: 'keyed_random_rounding', table: null },
		...{ tableHash: null, families: false, smallestDenominator: 50, demoSecret: true }
	}
});
const cell = (measure: string, published: number | null, reach: Reporting) => ({
	...{ region: '35.09', measure, published, reach }
});
const DECEMBER = at(monthPeriod(2024, 12));

describe('before a programme began', () => {
	it('its members are neither late nor withheld: there was nobody to count', () => {
		for (const reach of ['received', 'late', 'not_received'] as const) {
			const { state, value, incomplete } = cellFigure(cell('kmp_5', null, reach), DECEMBER);
			expect({ state, value, incomplete }).toEqual({
				state: 'not_begun',
				value: null,
				incomplete: false
			});
			expect(rateFigure(cell('kmp_pkh', null, reach), cell('pkh', 400, 'received'), DECEMBER)).toBe(
				null
			);
		}
	});

	it('ends with the month and the year in which it began', () => {
		const state = (period: CellContext['period']) =>
			cellFigure(cell('kmp', null, 'late'), at(period)).state;
		expect(state(monthPeriod(2025, 2))).toBe('not_begun');
		expect(state(monthPeriod(2025, 3))).toBe('late');
		expect(state(yearPeriod(2024))).toBe('not_begun');
		expect(state(yearPeriod(2025))).toBe('late');
	});

	it('says nothing of others, nor against what an office has counted', () => {
		expect(cellFigure(cell('pkh', null, 'late'), DECEMBER).state).toBe('late');
		expect(cellFigure(cell('kmp_4', null, 'late'), DECEMBER).state).toBe('late');
		expect(cellFigure(cell('kjmis', null, 'late'), DECEMBER).state).toBe('late');
		expect(cellFigure(cell('kmp', 25, 'received'), DECEMBER)).toMatchObject({
			value: 25,
			state: 'demo'
		});
		expect(notBegun('kmp', { period: DECEMBER.period })).toBeNull();
		expect(notBegun('kmp', DECEMBER)).toBe(BEGIN);
	});

	it('is known of each measure whose people are members, or have been', () => {
		const of = (programme: 'kmp' | 'kjmis') =>
			MEASURES.map(({ id }) => id).filter((id) => membershipsIn(id).includes(programme));
		expect(of('kmp')).toEqual([
			...['kmp', 'kmp_assisted', 'kmp_pkh', 'kmp_public', 'kmp_joined', 'kmp_left', 'kmp_active'],
			...['kmp_5', 'kmp_6', 'kmp_7']
		]);
		expect(of('kjmis')).not.toContain('kmp');
		expect(membershipsIn('members')).toEqual([]);
	});
});
