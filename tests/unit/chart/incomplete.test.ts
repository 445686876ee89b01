import { describe, expect, it } from 'vitest';
import { buildBars } from '../../../src/lib/chart/build/bars';
import { buildLine } from '../../../src/lib/chart/build/line';
import { buildMultiples } from '../../../src/lib/chart/build/multiples';
import { buildPairs } from '../../../src/lib/chart/build/pairs';
import { describeSpread } from '../../../src/lib/chart/build/describe-spread';
import { niceScale } from '../../../src/lib/chart/layout/scale';
import { PAGE_PALETTE } from '../../../src/lib/chart/option/palette';
import { barsChart } from '../../../src/lib/chart/option/bars';
import { pairsChart } from '../../../src/lib/chart/option/pairs';
import type { BoundedFigure, Unit } from '../../../src/lib/model';
import { figure, frame } from './samples';

const EN = frame({ locale: 'en' });

/** A figure of which lists of some districts had not come, or had. */
function share(
	region: string,
	year: number,
	value: number,
	incomplete = true,
	unit: Unit = 'percent'
): BoundedFigure {
	return { ...figure(region, year, value), unit, bounds: [value, value], incomplete };
}

describe('a line of districts that change', () => {
	const figures = [1, 2, 3, 4].map((value, at) => figure('32', 2020 + at, value));
	const told = (more: { breaks?: string[]; changes?: string[] }) =>
		buildLine({ ...EN, series: [{ key: 'a', label: 'all', role: 'chosen', figures, ...more }] })
			.summary;

	it('rises or falls only among the same districts', () => {
		expect(told({})).toBe('All rose from 1 family (2020) to 4 families (2023).');
		expect(told({ breaks: ['2022-01-01'] })).toBe(
			'All rose from 3 families (2022) to 4 families (2023). ' +
				'All: the line breaks before 2022, as other districts had reported than before.'
		);
	});

	it('has neither risen nor fallen where a single point is of the same', () => {
		expect(told({ breaks: ['2023-01-01'] })).toBe(
			'All: 4 families in 2023. ' +
				'All: the line breaks before 2023, as other districts had reported than before.'
		);
	});

	it('says no more where it goes on though they change', () => {
		expect(told({ changes: ['2021-01-01', '2022-01-01'] })).toBe(
			'All rose from 3 families (2022) to 4 families (2023). ' +
				'All: the districts that had reported changed along the line, last before 2022.'
		);
	});

	it('is told so in panels as well', () => {
		const series = [
			{ key: 'a', label: 'A', role: 'chosen' as const, figures, breaks: ['2022-01-01'] }
		];
		const { summary } = buildMultiples({ ...EN, panels: [{ key: 'a', label: 'A', series }] });
		expect(summary).toContain('A rose from 3 families (2022)');
		expect(summary).not.toContain('2020');
	});

	it('breaks in one sentence with others that break before the same period', () => {
		const lines = ['a', 'b', 'c'].map((key) => ({
			...{ key, label: key, role: 'compared' as const, figures },
			breaks: [key === 'c' ? '2023-01-01' : '2022-01-01']
		}));
		const { summary } = buildLine({ ...EN, series: lines });
		expect(summary).toContain('A and b: the line breaks before 2022,');
		expect(summary).toContain('C: the line breaks before 2023,');
	});

	it('has not risen from what is written alike', () => {
		const near = [1.26, 1.34].map((value, at) => share('00', 2020 + at, value, false));
		const series = [{ key: 'a', label: 'A', role: 'chosen' as const, figures: near }];
		expect(buildLine({ ...EN, series }).summary).toBe('A: 1.3% in 2020, still 1.3% in 2021.');
	});
});

describe('figures that are all incomplete', () => {
	it('have no highest and no lowest: how far they lie apart so far is said', () => {
		const rows = [5, 20, 10].map((value, at) => ({
			label: `group ${at}`,
			figure: share('32', 2024, value)
		}));
		expect(describeSpread(rows, 'en')).toBe(
			'So far from 5.0% (group 0) to 20.0% (group 1). Lists had not all come: true figures may be others.'
		);
	});
});

describe('bars of lists that had not all come', () => {
	const bars = (incomplete: boolean) => {
		const whole = { ...share('32.02', 2024, 7, false), bounds: [2, 12] as const };
		const part = { ...share('32.01', 2024, 5, incomplete), bounds: [1, 9] as const };
		return buildBars({
			...EN,
			unit: 'percent',
			rows: [whole, part].map((one) => ({ label: one.region, figure: one }))
		});
	};
	const drawn = (incomplete: boolean, id: string) => {
		const { series } = barsChart(bars(incomplete), { width: 600, height: 200 }, PAGE_PALETTE);
		return (series as { id?: string; data?: unknown[] }[]).find((one) => one.id === id)?.data ?? [];
	};

	it('are hollow, and a note says why', () => {
		expect(drawn(true, 'bars')[1]).toMatchObject({ itemStyle: { color: PAGE_PALETTE.paper } });
		expect(drawn(false, 'bars')[1]).toMatchObject({ itemStyle: { color: PAGE_PALETTE.grey } });
		expect(bars(true).notes).toEqual([
			'Hollow bars: lists of some districts had not come, so the true figure may be another.'
		]);
		expect(bars(false).notes).toEqual([]);
	});

	it('have no line between ends, as the true value may lie beyond them', () => {
		expect(drawn(false, 'bounds')).toHaveLength(4);
		expect(drawn(true, 'bounds')).toHaveLength(2);
	});
});

describe('an axis of which nothing is known', () => {
	it('has no numbers but the zero', () => {
		expect(niceScale([], true).ticks).toEqual([0]);
		expect(niceScale([], false).ticks).toEqual([]);
		expect(niceScale([0], true).ticks.length).toBeGreaterThan(1);
	});
});

describe('what rings say', () => {
	const line = (unit: Unit) =>
		buildLine({
			...EN,
			series: [{ key: 'a', label: 'A', figures: [share('32', 2024, 5, true, unit)] }]
		}).notes;

	it('of shares is that they may be another, of counts that they may be higher', () => {
		expect(line('percent')).toEqual([
			'Hollow points: lists of some districts had not come, so the true share may be another.'
		]);
		expect(line('families')).toEqual([
			'Hollow points: lists of some districts had not come, so the true figure may be higher.'
		]);
	});

	const pairs = (incomplete: boolean) =>
		buildPairs({
			...EN,
			unit: 'percent',
			labels: { before: '2020', after: '2024' },
			rows: [
				{
					...{ key: '32', label: 'Jawa Barat' },
					before: share('32', 2020, 5, false),
					after: share('32', 2024, 9, incomplete)
				}
			]
		});
	const rings = (incomplete: boolean) => {
		const { series } = pairsChart(pairs(incomplete), { width: 600, height: 200 }, PAGE_PALETTE);
		const found = (series as { id?: string; data?: unknown[] }[]).find(({ id }) => id === 'rings');
		return found?.data?.length ?? 0;
	};

	it('stands in a note under pairs, of which a hollow dot is only the earlier', () => {
		expect(pairs(true).notes).toEqual([
			'Ringed points: lists of some districts had not come, so the true share may be another.'
		]);
		expect(pairs(false).notes).toEqual([]);
	});

	it('are seen about the dots that are not complete, and no others', () => {
		expect(rings(true)).toBe(1);
		expect(rings(false)).toBe(0);
	});
});
