import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RATE_INDICATORS } from '$lib/model';
import { coverageSearch, parseCoverageView } from '$lib/state/coverage-address';
import { changedCoverageSearch } from '$lib/state/coverage-carried';
import {
	COVERAGE_DRAWINGS,
	COVERAGE_MEASURES,
	type CoverageChoices,
	type CoverageMeasure,
	type CoverageView,
	DEFAULT_COVERAGE_VIEW,
	type MeasureChoices,
	rateOfMeasure,
	withGroup
} from '$lib/state/coverage-view';

const PKH: MeasureChoices = {
	areas: new Set(['32']),
	regions: new Set(['32.01', '32.04']),
	years: new Set([2017, 2018, 2024]),
	months: new Set(),
	lists: new Set(['pke-2021-35'])
};

/** What rates counted from lists are offered. */
const RATES: MeasureChoices = {
	areas: new Set(['nation', 'jawa_bali', '35']),
	regions: new Set(['32.04', '35.09']),
	years: new Set([2024]),
	months: new Set(['2024-12', '2025-03']),
	lists: new Set(['pke-2021-35'])
};

const PUBLISHED: CoverageChoices = {
	measures: {
		pkh: PKH,
		poverty: {
			areas: new Set(['nation', 'jawa_bali', '35']),
			regions: new Set(['32.01', '35.09', '11.10']),
			years: new Set([2021]),
			months: new Set(),
			lists: new Set(['pke-2021-35', 'jateng-17-2024'])
		}
	},
	drawings: new Set(COVERAGE_DRAWINGS)
};

const CHOICES: CoverageChoices = {
	...PUBLISHED,
	measures: {
		...PUBLISHED.measures,
		...Object.fromEntries(RATE_INDICATORS.map(({ id }) => [id, RATES]))
	}
};

const choicesOf = (measure: CoverageMeasure): MeasureChoices => CHOICES.measures[measure] ?? PKH;

const view: fc.Arbitrary<CoverageView> = fc.constantFrom(...COVERAGE_MEASURES).chain((measure) => {
	const { areas, regions, years, months, lists } = choicesOf(measure);
	const none = { year: null, month: null };
	return fc
		.record({
			measure: fc.constant(measure),
			area: fc.option(fc.constantFrom(...areas)),
			region: fc.option(fc.constantFrom(...regions)),
			time: fc.constantFrom(
				none,
				...[...years].map((year) => ({ ...none, year })),
				...[...months].map((month) => ({ ...none, month }))
			),
			list: fc.option(fc.constantFrom(...lists)),
			among: fc.constantFrom<string[]>([], ['32.04', '35.09'], ['list:pke-2021-35', '35']),
			groups: fc.record(
				{
					decile: fc.constantFrom('1', 'unknown'),
					sex: fc.constantFrom('male', 'female'),
					age: fc.constantFrom('25-44', '65+')
				},
				{ requiredKeys: [] }
			),
			drawing: fc.constantFrom(...COVERAGE_DRAWINGS)
		})
		.map(({ time, among, ...rest }) => ({
			...rest,
			...time,
			// A selection is of rates, and stands in the place of a list.
			among: rateOfMeasure(measure) === null || rest.list !== null ? [] : among
		}));
});

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
						ukuran: fc.oneof(fc.string(), fc.constant('kmp-anggota')),
						periode: fc.oneof(fc.string(), fc.constantFrom('2025-03', '2024', '2025-03..2025-01')),
						wilayah: fc.oneof(fc.string(), fc.constantFrom('35.09', '32.01', '__proto__')),
						tahun: fc.oneof(fc.string(), fc.integer().map(String)),
						daftar: fc.oneof(fc.string(), fc.constant('constructor')),
						peta: fc.oneof(fc.string(), fc.constant('__proto__'))
					},
					{ requiredKeys: [] }
				),
				(input) => {
					const { value, dropped } = parseCoverageView(new URLSearchParams(input), CHOICES);
					expect(value.region === null || choicesOf(value.measure).regions.has(value.region)).toBe(
						true
					);
					expect(value.year === null || choicesOf(value.measure).years.has(value.year)).toBe(true);
					expect(value.list === null || choicesOf(value.measure).lists.has(value.list)).toBe(true);
					expect(value.month === null || choicesOf(value.measure).months.has(value.month)).toBe(
						true
					);
					expect(value.month === null || value.year === null).toBe(true);
					expect(dropped.length).toBeLessThanOrEqual(6);
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
		const { dropped } = parseCoverageView(new URLSearchParams('ukuran=pkh&wilayah=35.09'), CHOICES);
		expect(dropped).toEqual([{ name: 'wilayah', value: '35.09' }]);
	});

	test('a place that comes along has the first measure that knows it, where none is named', () => {
		const read = (search: string) => parseCoverageView(new URLSearchParams(search), CHOICES);
		expect(read('wilayah=35')).toEqual({
			value: { ...DEFAULT_COVERAGE_VIEW, measure: 'kmp_uptake', area: '35' },
			dropped: []
		});
		expect(read('wilayah=35.09&program=kjmis').value.measure).toBe('kjmis_uptake');
		expect(read('wilayah=11.10').value).toMatchObject({ measure: 'poverty', region: '11.10' });
		// What the page begins with knows these: it stays. Its one province is all that it shows.
		expect(read('wilayah=32.01').value.measure).toBe('pkh');
		expect(read('wilayah=32')).toEqual({ value: DEFAULT_COVERAGE_VIEW, dropped: [] });
		expect(read('wilayah=99.99').value.measure).toBe('pkh');
		// So does an address of its own, whatever stands beside.
		expect(read('tahun=2018&wilayah=35').value).toEqual({ ...DEFAULT_COVERAGE_VIEW, year: 2018 });
		// Without an extract from lists there is no rate to go to.
		expect(parseCoverageView(new URLSearchParams('wilayah=35'), PUBLISHED).value.measure).toBe(
			'poverty'
		);
	});

	test('the measure that the page begins with can be chosen beside a place that it does not know', () => {
		const search = new URLSearchParams('wilayah=35');
		const { value: view } = parseCoverageView(search, CHOICES);
		const next = { ...view, measure: 'pkh' as const, area: null };
		const changed = changedCoverageSearch(next, { search, view }, CHOICES);
		expect(changed).toBe('?ukuran=pkh&wilayah=35');
		expect(parseCoverageView(new URLSearchParams(changed), CHOICES).value.measure).toBe('pkh');
	});

	test('a list and a year that another page filtered by are this page’s too', () => {
		const search = new URLSearchParams('wilayah=list:pke-2021-35&periode=2018&program=kmp');
		expect(parseCoverageView(search, CHOICES)).toEqual({
			value: { ...DEFAULT_COVERAGE_VIEW, list: 'pke-2021-35', year: 2018 },
			dropped: []
		});
	});

	test('what other pages filter by stays in the URL until it is chosen anew here', () => {
		const search = new URLSearchParams(
			'ukuran=pkh&wilayah=35.09,11.10&periode=2025-03&desil=3&utm_source=x'
		);
		const { value: view } = parseCoverageView(search, CHOICES);
		const change = (next: Partial<CoverageView>) =>
			changedCoverageSearch({ ...view, ...next }, { search, view }, CHOICES);
		expect(change({ drawing: 'points' })).toBe(
			'?peta=titik&desil=3&wilayah=35.09,11.10&periode=2025-03'
		);
		expect(change({ region: '32.01' })).toBe('?wilayah=32.01&desil=3&periode=2025-03');
		expect(change({ year: 2018 })).toBe('?tahun=2018&desil=3&wilayah=35.09,11.10');
	});

	test('what no page knows goes from the URL with the next choice', () => {
		const search = new URLSearchParams('wilayah=99.99&daftar=x&tahun=1999&periode=2025-03');
		const { value: view } = parseCoverageView(search, CHOICES);
		expect(changedCoverageSearch({ ...view, drawing: 'points' }, { search, view }, CHOICES)).toBe(
			'?peta=titik&periode=2025-03'
		);
	});

	test('a rate from lists has months and years, and stands in the URL in words', () => {
		const rate: CoverageView = { ...DEFAULT_COVERAGE_VIEW, measure: 'kmp_uptake' };
		expect(coverageSearch(rate)).toBe('?ukuran=kmp-anggota');
		expect(coverageSearch({ ...rate, month: '2025-03' })).toBe(
			'?ukuran=kmp-anggota&periode=2025-03'
		);
		expect(coverageSearch({ ...rate, year: 2024 })).toBe('?ukuran=kmp-anggota&tahun=2024');
		const read = (search: string) => parseCoverageView(new URLSearchParams(search), CHOICES);
		expect(read('ukuran=kmp-anggota&periode=2024').value).toEqual({ ...rate, year: 2024 });
		expect(read('ukuran=kmp-anggota&periode=2024-01..2025-03').value.month).toBe('2025-03');
		expect(read('ukuran=kmp-anggota&periode=1999-01').dropped).toEqual([
			{ name: 'periode', value: '1999-01' }
		]);
	});

	test('a site without an extract drops what would be counted in it, and names it', () => {
		const search = new URLSearchParams('ukuran=kmp-anggota&wilayah=32.04&periode=2025-03');
		expect(parseCoverageView(search, PUBLISHED)).toEqual({
			value: { ...DEFAULT_COVERAGE_VIEW, region: '32.04' },
			dropped: [{ name: 'ukuran', value: 'kmp-anggota' }]
		});
	});

	test('a province that another page filtered by is the part of the country on the map', () => {
		const search = new URLSearchParams('ukuran=kmp-anggota&wilayah=35');
		expect(parseCoverageView(search, CHOICES)).toEqual({
			value: { ...DEFAULT_COVERAGE_VIEW, measure: 'kmp_uptake', area: '35' },
			dropped: []
		});
	});

	test('an unknown month goes with the next choice, a known one stays', () => {
		const next = (search: string) => {
			const params = new URLSearchParams(search);
			const { value } = parseCoverageView(params, CHOICES);
			return changedCoverageSearch(
				{ ...value, drawing: 'points' },
				{ search: params, view: value },
				CHOICES
			);
		};
		expect(next('ukuran=kmp-aktif&periode=1999-01')).toBe('?ukuran=kmp-aktif&peta=titik');
		expect(next('ukuran=kmp-aktif&periode=2025-03&desil=3')).toBe(
			'?ukuran=kmp-aktif&periode=2025-03&peta=titik&desil=3'
		);
	});

	test('groups are said as on every page; one that nobody knows is dropped and named', () => {
		const search = new URLSearchParams('ukuran=kmp-anggota&desil=3&jk=perempuan&umur=7');
		expect(parseCoverageView(search, CHOICES)).toEqual({
			value: {
				...{ ...DEFAULT_COVERAGE_VIEW, measure: 'kmp_uptake' },
				groups: { decile: '3', sex: 'female' }
			},
			dropped: [{ name: 'umur', value: '7' }]
		});
	});

	test('places selected on another page are kept apart on the map of a rate, one of them in focus', () => {
		const search = new URLSearchParams('ukuran=kmp-anggota&wilayah=35.09,32.04,99.99&desil=3');
		const { value: view, dropped } = parseCoverageView(search, CHOICES);
		expect(view.among).toEqual(['35.09', '32.04']);
		expect(dropped).toEqual([]);
		const change = (next: Partial<CoverageView>) =>
			changedCoverageSearch({ ...view, ...next }, { search, view }, CHOICES);
		expect(change({ region: '32.04' })).toBe(
			'?ukuran=kmp-anggota&wilayah=35.09,32.04&sorot=32.04&desil=3'
		);
		expect(change({ among: [] })).toBe('?ukuran=kmp-anggota&desil=3');
		expect(change({ among: [], list: 'pke-2021-35' })).toBe(
			'?ukuran=kmp-anggota&daftar=pke-2021-35&desil=3'
		);
		// To published figures a selection does nothing, and it is there again with the next rate.
		const known = new URLSearchParams('ukuran=kmp-anggota&wilayah=35.09,32.04');
		const poverty: CoverageView = { ...view, measure: 'poverty', among: [], groups: {} };
		expect(changedCoverageSearch(poverty, { search: known, view }, CHOICES)).toBe(
			'?ukuran=kemiskinan&wilayah=35.09,32.04'
		);
	});

	test('a group that is taken away goes from the URL, one that is chosen takes its place', () => {
		const search = new URLSearchParams('ukuran=kmp-anggota&desil=3&program=kjmis');
		const { value: view } = parseCoverageView(search, CHOICES);
		const change = (value: string | null) =>
			changedCoverageSearch(withGroup(view, 'decile', value), { search, view }, CHOICES);
		expect(change(null)).toBe('?ukuran=kmp-anggota&program=kjmis');
		expect(change('4')).toBe('?ukuran=kmp-anggota&desil=4&program=kjmis');
	});
});
