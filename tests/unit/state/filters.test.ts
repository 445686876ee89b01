import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARGIN } from '$lib/model';
import {
	type Filters,
	GROUP_NAMES,
	NO_FILTERS,
	type PlacePair,
	VALUES_OF_GROUPS,
	filterSearch,
	readFilters,
	withFilters
} from '$lib/state/filters';

const read = (search: string) => readFilters(new URLSearchParams(search));

const month = fc
	.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
	.map(([year, one]) => `${year}-${String(one).padStart(2, '0')}`);
const group = (name: (typeof GROUP_NAMES)[number]) =>
	fc.constantFrom(...VALUES_OF_GROUPS[name].filter((value) => value !== MARGIN));

const parts = {
	places: fc.uniqueArray(fc.constantFrom('32', '32.01', '35.09', 'list:pke-2021-35', '00'), {
		maxLength: 4
	}),
	period: fc.option(
		fc.oneof(
			fc.integer({ min: 1990, max: 2100 }).map((year) => ({ kind: 'year' as const, year })),
			fc
				.tuple(fc.option(month), month)
				.filter(([from, until]) => from === null || from <= until)
				.map(([from, until]) => ({ kind: 'month' as const, from, until }))
		)
	),
	programme: fc.option(fc.constantFrom('kmp', 'kjmis', 'koperasi_kampung')),
	groups: fc.record(
		{ decile: group('decile'), sex: group('sex'), age: group('age') },
		{ requiredKeys: [] }
	)
};
const filters: fc.Arbitrary<Filters> = fc.record(
	{
		...parts,
		pair: fc.constantFrom<PlacePair>(['32.01', '35.09'], ['list:pke-2021-35', '00'])
	},
	{ requiredKeys: ['places', 'period', 'programme', 'groups'] }
);

describe('filters in an address', () => {
	it('come back from the address that they were put into', () => {
		fc.assert(
			fc.property(filters, (value) => {
				expect(read(filterSearch(value))).toEqual({ value, dropped: [] });
			})
		);
	});

	it('leave it empty where nothing was chosen', () => {
		expect(filterSearch(NO_FILTERS)).toBe('');
		expect(read('')).toEqual({ value: NO_FILTERS, dropped: [] });
		expect(read('wilayah=33.02,32.01,33.02')).toEqual({
			value: { ...NO_FILTERS, places: ['33.02', '32.01'] },
			dropped: [{ name: 'wilayah', value: '33.02', repeated: true }]
		});
	});

	it('stand in it in words that can be read', () => {
		const search = filterSearch({
			places: ['35.09', '32.01'],
			period: { kind: 'month', from: '2024-07', until: '2025-03' },
			programme: 'kmp',
			groups: { decile: '3', sex: 'female', age: '65+' },
			pair: ['32.01', '35.09']
		});
		expect(search).toBe(
			'?wilayah=35.09,32.01&periode=2024-07..2025-03&program=kmp&desil=3&jk=perempuan&umur=65-ke-atas&selisih=32.01,35.09'
		);
	});

	it('say the same in links from before there was one model', () => {
		expect(read('tahun=2020').value.period).toEqual({ kind: 'year', year: 2020 });
		expect(read('daftar=pke-2021-35').value.places).toEqual(['list:pke-2021-35']);
		expect(read('daftar=pke-2021-35&wilayah=32.01').value.places).toEqual(['32.01']);
	});

	it('take two places of a difference, no fewer and no more, and none twice', () => {
		expect(read('selisih=32.01,list:pke-2021-35').value.pair).toEqual([
			'32.01',
			'list:pke-2021-35'
		]);
		for (const text of ['32.01', '32.01,32.01', '32.01,32.02,32.03', '32.01,rahasia'])
			expect(read(`selisih=${text}`)).toEqual({
				value: NO_FILTERS,
				dropped: [{ name: 'selisih', value: text }]
			});
	});

	it('are kept as far as they are understood, and the rest is named', () => {
		const { value, dropped } = read(
			'wilayah=32.01,rahasia&periode=2025-13&desil=11&jk=perempuan&v=7&utm_source=x'
		);
		expect(value).toEqual({ ...NO_FILTERS, groups: { sex: 'female' } });
		expect(dropped).toEqual([
			{ name: 'v', value: '7' },
			{ name: 'wilayah', value: '32.01,rahasia' },
			{ name: 'periode', value: '2025-13' },
			{ name: 'desil', value: '11' }
		]);
	});

	it('never throw, and never make a value that does not exist', () => {
		const text = fc.oneof(
			fc.string(),
			fc.constantFrom('__proto__', '*', '2025-03..', '..', '9..1')
		);
		const names = ['v', 'wilayah', 'periode', 'program', 'desil', 'jk', 'umur', 'tahun', 'daftar'];
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), text), (input) => {
				const { value } = readFilters(new URLSearchParams(input));
				for (const name of GROUP_NAMES)
					if (value.groups[name] !== undefined)
						expect(VALUES_OF_GROUPS[name]).toContain(value.groups[name]);
				expect(Object.values(value.groups)).not.toContain(MARGIN);
				expect(readFilters(new URLSearchParams(filterSearch(value))).value).toEqual(value);
			}),
			{ numRuns: 1000 }
		);
	});

	it('do not touch what is not theirs', () => {
		const search = new URLSearchParams('peta=titik&wilayah=32.01&tahun=2020');
		expect(withFilters(search, { ...NO_FILTERS, places: ['35.09'] })).toBe(
			'?wilayah=35.09&peta=titik'
		);
	});
});
