import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	COVERAGE_DRAWINGS,
	COVERAGE_MEASURES,
	type CoverageChoices,
	type CoverageView,
	DEFAULT_COVERAGE_VIEW,
	changedCoverageSearch,
	coverageSearch,
	parseCoverageView
} from '$lib/state/coverage-view';

const CHOICES: CoverageChoices = {
	areas: { pkh: new Set(), poverty: new Set(['nation', 'jawa_bali', '35']) },
	regions: { pkh: new Set(['32.01', '32.04']), poverty: new Set(['32.01', '35.09', '11.10']) },
	years: { pkh: new Set([2017, 2018, 2024]), poverty: new Set([2021]) },
	lists: { pkh: new Set(['pke-2021-35']), poverty: new Set(['pke-2021-35', 'jateng-17-2024']) },
	drawings: new Set(COVERAGE_DRAWINGS)
};

const view: fc.Arbitrary<CoverageView> = fc.constantFrom(...COVERAGE_MEASURES).chain((measure) =>
	fc.record({
		measure: fc.constant(measure),
		area:
			measure === 'poverty'
				? fc.option(fc.constantFrom(...CHOICES.areas.poverty))
				: fc.constant(null),
		region: fc.option(fc.constantFrom(...CHOICES.regions[measure])),
		year: fc.option(fc.constantFrom(...CHOICES.years[measure])),
		list: fc.option(fc.constantFrom(...CHOICES.lists[measure])),
		drawing: fc.constantFrom(...COVERAGE_DRAWINGS)
	})
);

describe('the coverage filter in the URL', () => {
	test('the default view leaves the URL empty', () => {
		expect(coverageSearch(DEFAULT_COVERAGE_VIEW)).toBe('');
	});

	test('only what was chosen stands in the URL', () => {
		expect(coverageSearch({ ...DEFAULT_COVERAGE_VIEW, region: '32.04', year: 2018 })).toBe(
			'?wilayah=32.04&tahun=2018'
		);
	});

	test('any view comes back from its own URL, with nothing dropped', () => {
		fc.assert(
			fc.property(view, (value) => {
				const parsed = parseCoverageView(new URLSearchParams(coverageSearch(value)), CHOICES);
				expect(parsed).toEqual({ value, dropped: [] });
			})
		);
	});

	test('any text at all gives a view that exists, and never throws', () => {
		fc.assert(
			fc.property(
				fc.record(
					{
						ukuran: fc.string(),
						wilayah: fc.oneof(fc.string(), fc.constantFrom('35.09', '32.01', '__proto__')),
						tahun: fc.oneof(fc.string(), fc.integer().map(String)),
						daftar: fc.oneof(fc.string(), fc.constant('constructor')),
						peta: fc.oneof(fc.string(), fc.constant('__proto__'))
					},
					{ requiredKeys: [] }
				),
				(input) => {
					const { value, dropped } = parseCoverageView(new URLSearchParams(input), CHOICES);
					expect(value.region === null || CHOICES.regions[value.measure].has(value.region)).toBe(
						true
					);
					expect(value.year === null || CHOICES.years[value.measure].has(value.year)).toBe(true);
					expect(value.list === null || CHOICES.lists[value.measure].has(value.list)).toBe(true);
					expect(dropped.length).toBeLessThanOrEqual(5);
				}
			)
		);
	});

	test('an unknown value is dropped and named, the rest is kept', () => {
		const search = new URLSearchParams('tahun=1999&wilayah=32.04&daftar=rahasia&utm_source=x');
		expect(parseCoverageView(search, CHOICES)).toEqual({
			value: { ...DEFAULT_COVERAGE_VIEW, region: '32.04' },
			dropped: [
				{ name: 'tahun', value: '1999' },
				{ name: 'daftar', value: 'rahasia' }
			]
		});
	});

	test('tiles are the default drawing and never stand in the URL', () => {
		expect(coverageSearch({ ...DEFAULT_COVERAGE_VIEW, drawing: 'tiles' })).toBe('');
		expect(coverageSearch({ ...DEFAULT_COVERAGE_VIEW, drawing: 'points' })).toBe('?peta=titik');
	});

	test('areas are dropped and named where the site has no boundaries', () => {
		const drawings = new Set(['tiles', 'points'] as const);
		const search = new URLSearchParams('peta=batas&tahun=2018');
		expect(parseCoverageView(search, { ...CHOICES, drawings })).toEqual({
			value: { ...DEFAULT_COVERAGE_VIEW, year: 2018 },
			dropped: [{ name: 'peta', value: 'batas' }]
		});
		expect(parseCoverageView(search, CHOICES).value.drawing).toBe('areas');
	});

	test('a region that the chosen measure does not have is dropped', () => {
		const { dropped } = parseCoverageView(new URLSearchParams('wilayah=35.09'), CHOICES);
		expect(dropped).toEqual([{ name: 'wilayah', value: '35.09' }]);
	});

	test('a list and a year that another page filtered by are this page’s too', () => {
		const search = new URLSearchParams('wilayah=list:pke-2021-35&periode=2018&program=kmp');
		expect(parseCoverageView(search, CHOICES)).toEqual({
			value: { ...DEFAULT_COVERAGE_VIEW, list: 'pke-2021-35', year: 2018 },
			dropped: []
		});
	});

	test('what other pages filter by stays in the URL until it is chosen anew here', () => {
		const search = new URLSearchParams('wilayah=35.09,11.10&periode=2025-03&desil=3&utm_source=x');
		const { value: view } = parseCoverageView(search, CHOICES);
		const change = (next: Partial<CoverageView>) =>
			changedCoverageSearch({ ...view, ...next }, { search, view }, CHOICES);
		expect(change({ drawing: 'points' })).toBe(
			'?peta=titik&wilayah=35.09,11.10&periode=2025-03&desil=3'
		);
		expect(change({ region: '32.01' })).toBe('?wilayah=32.01&periode=2025-03&desil=3');
		expect(change({ year: 2018 })).toBe('?tahun=2018&wilayah=35.09,11.10&desil=3');
	});

	test('what no page knows goes from the URL with the next choice', () => {
		const search = new URLSearchParams('wilayah=99.99&daftar=x&tahun=1999&periode=2025-03');
		const { value: view } = parseCoverageView(search, CHOICES);
		expect(changedCoverageSearch({ ...view, drawing: 'points' }, { search, view }, CHOICES)).toBe(
			'?peta=titik&periode=2025-03'
		);
	});
});
