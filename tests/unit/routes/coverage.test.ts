import { describe, expect, it } from 'vitest';
import type { Chosen } from '$lib/answer/chosen';
import { rateOrWhyNot } from '$lib/answer/rate-or-why-not';
import type { ExtractContext } from '$lib/answer/context';
import { type Reporting, monthPeriod } from '$lib/model';
import { type CellContext, cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { DEFAULT_COVERAGE_VIEW } from '$lib/state/coverage-view';
import type { MeasureOptions } from '../../../src/routes/cakupan/options';
import { optionsFor, rateOptions } from '../../../src/routes/cakupan/options';
import { monthsBetween, periodOf, periodWords } from '../../../src/routes/cakupan/periods';
import { playbackStart } from '$lib/ui/playback';
import { emptyPeriod, firstKnown, inPeriod } from '../../../src/routes/cakupan/empty';
import { clearlyDiffer } from '../../../src/routes/cakupan/rate-differ';
import { lowestIn } from '../../../src/routes/cakupan/rate-focus';
import type { PlaceRate } from '../../../src/routes/cakupan/rate-rows';
import { rateSeries } from '../../../src/routes/cakupan/rate-series';

const CELL: CellContext = {
	kind: 'demo',
	sourceId: 'demo',
	period: monthPeriod(2025, 3),
	protection: {
		...{ base: 5, threshold: 10, bound: 4, method: 'keyed_random_rounding', table: null },
		...{ tableHash: null, families: false, smallestDenominator: 50, demoSecret: true }
	}
};

const LISTS: ExtractContext = {
	extract: 'demo',
	cell: CELL,
	first: '2025-01-01',
	names: { '00': 'Indonesia', '35.09': 'Kabupaten Jember' },
	lists: {},
	parts: [],
	source: { id: 'demo', publisher: '', title: '', date: '' }
};

/** A rate of one place and month of 2025, from its two published counts. */
function rate(
	region: string,
	month: number,
	part: number | null,
	whole: number,
	reach: Reporting = 'received'
): PlaceRate {
	const cell = { ...CELL, period: monthPeriod(2025, month) };
	const count = (measure: string, published: number | null, reached: Reporting) => ({
		...{ region, measure, published, reach: reached }
	});
	const of = { part: count('kmp_pkh', part, reach), whole: count('pkh', whole, 'received') };
	const counts = {
		part: cellFigure(of.part, cell),
		whole: cellFigure(of.whole, cell),
		rate: rateFigure(of.part, of.whole, cell)
	};
	return {
		...counts,
		...{ region, start: cell.period.start, label: LISTS.names[region] ?? region },
		...{ figure: rateOrWhyNot(counts), changed: false, broken: false }
	};
}

describe('months and years', () => {
	it('run from the first to the last, across a new year', () => {
		expect(monthsBetween('2024-11-01', '2025-02-01')).toEqual([
			'2024-11',
			'2024-12',
			'2025-01',
			'2025-02'
		]);
		expect(monthsBetween('2025-02-01', '2025-01-01')).toEqual([]);
	});

	it('are said in words', () => {
		expect(periodOf('2024-02')).toEqual({ start: '2024-02-01', end: '2024-02-29' });
		expect(periodWords('2025-03', 'id')).toBe('Maret 2025');
		expect(periodWords('2025', 'en')).toBe('2025');
	});
});

describe('a period of which nothing is known', () => {
	const rows = [
		rate('35.09', 1, null, 1000, 'late'),
		rate('35.09', 2, 100, 1000),
		rate('35.09', 3, null, 1000, 'late'),
		rate('35.09', 4, 200, 1000),
		rate('35.09', 8, null, 1000)
	];

	it('is told, with the nearest that has figures, and of two as near the later', () => {
		expect(emptyPeriod(rows, '2025-01-01', 'month')).toEqual({ instead: '2025-02' });
		expect(emptyPeriod(rows, '2025-03-01', 'month')).toEqual({ instead: '2025-04' });
		expect(emptyPeriod(rows.slice(0, 1), '2025-01-01', 'month')).toEqual({ instead: null });
		const years = rows.map((row) => ({ ...row, start: `202${row.start.slice(6, 7)}-01-01` }));
		expect(emptyPeriod(years, '2029-01-01', 'year')).toEqual({ instead: '2024' });
		// Only that it lies below something is known of the last: better than nothing.
		expect(emptyPeriod(years.slice(-1), '2029-01-01', 'year')).toEqual({ instead: '2028' });
	});

	it('is none where a value is known, or below what it lies', () => {
		expect(emptyPeriod(rows, '2025-02-01', 'month')).toBeNull();
		expect(emptyPeriod(rows, '2025-08-01', 'month')).toBeNull();
	});

	it('is not played: playback begins where something is known', () => {
		expect(firstKnown(rows, 'month')).toBe('2025-02');
		expect(firstKnown(rows.slice(-1), 'month')).toBe('2025-08');
		expect(firstKnown(rows.slice(0, 1), 'month')).toBeNull();
		const months = ['2025-01', '2025-02', '2025-03'];
		expect(playbackStart(months, '2025-03', '2025-02')).toBe(1);
		expect(playbackStart(months, '2025-01', '2025-03')).toBe(2);
		expect(playbackStart(months, '2025-02', '2025-02')).toBe(2);
		expect(playbackStart(months, '2025-03', null)).toBe(0);
		expect(playbackStart(months, '2025-03', '2019-01')).toBe(0);
	});

	it('is left for a month or a year, whichever the other is', () => {
		const view = { ...DEFAULT_COVERAGE_VIEW, year: 2024 };
		expect(inPeriod(view, '2025')).toMatchObject({ year: 2025, month: null });
		expect(inPeriod(view, '2025-04')).toMatchObject({ year: null, month: '2025-04' });
	});
});

describe('what rates are offered', () => {
	const offer = (value: string) => ({ value, label: value });
	const poverty: MeasureOptions = {
		areas: ['nation', 'jawa_bali', '32', '35'].map(offer),
		years: [2021],
		months: [],
		regions: ['32.01', '35.09'].map(offer),
		defaultFocus: 'highest',
		lists: ['pke', 'other'].map(offer)
	};
	const extract = {
		...{ cell: CELL, first: LISTS.first, parts: [], source: LISTS.source, file: '' },
		...{ lists: { 'list:pke': ['35.09'] }, regencies: ['35.09'], years: [2024] },
		dataset: { id: 'demo', base: '' }
	};

	it('are the places, lists, months and years of the extract alone', () => {
		const rates = rateOptions(poverty, extract, 'lowest');
		const values = (list: readonly { value: string }[]) => list.map(({ value }) => value);
		expect(values(rates.areas)).toEqual(['nation', 'jawa_bali', '35']);
		expect(values(rates.regions)).toEqual(['35.09']);
		expect(values(rates.lists)).toEqual(['pke']);
		expect(rates.months).toEqual(['2025-01', '2025-02', '2025-03']);
		expect(rates.years).toEqual([2024]);
	});

	it('is nothing at all on a site without one', () => {
		const options = { pkh: poverty, poverty, rates: null };
		expect(optionsFor('kmp_uptake', options)).toBeNull();
		expect(optionsFor('poverty', options)).toBe(poverty);
	});
});

describe('two rates', () => {
	it('differ where neither chance nor rounding can explain it', () => {
		expect(clearlyDiffer([rate('00', 1, 100, 1000), rate('00', 2, 300, 1000)], 2, 5)).toBe(true);
		expect(clearlyDiffer([rate('00', 1, 100, 1000), rate('00', 2, 110, 1000)], 2, 5)).toBe(false);
	});

	it('are not told apart where one of them is not there', () => {
		expect(clearlyDiffer([rate('00', 1, null, 1000), rate('00', 2, 300, 1000)], 2, 5)).toBe(false);
		expect(clearlyDiffer([undefined, rate('00', 2, 300, 1000)], 2, 5)).toBe(false);
	});
});

describe('the district in focus where the reader chose none', () => {
	const rows = [
		rate('35.09', 2, 100, 1000),
		rate('33.02', 1, 50, 1000),
		rate('33.02', 2, 300, 1000),
		rate('33.04', 2, 200, 1000),
		rate('31.71', 2, null, 1000, 'late')
	];

	it('has the lowest rate of the part of the country that is shown, in the newest period', () => {
		expect(lowestIn(rows, new Set(['35.09', '33.02', '33.04']))).toBe('35.09');
		expect(lowestIn(rows, new Set(['33.02', '33.04']))).toBe('33.04');
	});

	it('is of all that are told of where none shown has a rate', () => {
		expect(lowestIn(rows, new Set(['31.71']))).toBe('35.09');
		expect(lowestIn([], new Set())).toBeUndefined();
	});
});

describe('a rate over time', () => {
	const chosen: Chosen = {
		...{ places: ['35.09'], period: CELL.period, from: LISTS.first, groups: {} },
		kind: 'month'
	};
	const asking = { context: LISTS, locale: 'id' } as Parameters<typeof rateSeries>[3];
	const series = (own: PlaceRate[]) =>
		rateSeries(
			'kmp_uptake',
			[...own, ...[1, 2, 3].map((month) => rate('00', month, month === 1 ? null : 500, 10_000))],
			chosen,
			asking
		);

	it('begins with the first month that has one, and says why a later month has none', () => {
		const model = series([
			rate('35.09', 1, null, 1000),
			rate('35.09', 2, 100, 1000),
			rate('35.09', 3, null, 1000, 'not_received')
		]);
		expect(model.series[0]?.figures.map(({ value, state }) => [value, state])).toEqual([
			[10, 'demo'],
			[null, 'not_received']
		]);
		expect(model.points.map(({ spoken }) => spoken).join()).toContain('tidak diterima');
		expect(model.title).toBe('Kabupaten Jember: satu angka saja, 10,0% (Februari 2025)');
	});

	it('is up or down only where it clearly is', () => {
		const title = (first: number, last: number) =>
			series([rate('35.09', 2, first, 1000), rate('35.09', 3, last, 1000)]).title;
		expect(title(100, 300)).toMatch(/: naik dari 10,0% .* ke 30,0%/);
		expect(title(300, 100)).toMatch(/: turun dari/);
		expect(title(100, 105)).toMatch(/tidak berbeda nyata$/);
	});

	it('is up or down only against months of the same districts', () => {
		const country = [1, 2, 3].map((month) => ({
			...rate('00', month, month === 1 ? 500 : 1000 + 1000 * month, 10_000),
			...{ changed: month === 2, broken: month === 2 }
		}));
		const { title, summary } = rateSeries(
			'kmp_uptake',
			country,
			{ ...chosen, places: ['00'] },
			asking
		);
		expect(title).toBe('Indonesia: naik dari 30,0% (Februari 2025) ke 40,0% (Maret 2025)');
		expect(summary).toContain('Indonesia naik dari 30,0% (Februari 2025)');
	});
});
