import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TrialTarget, parseTrialTargets, trialTargetSearch } from '$lib/state/trial-target';

const KNOWN = new Map([
	['poverty_rate', 'percent'],
	['kmp_members', 'people'],
	['kmp_pkh_of_pkh', 'percent']
] as const);

const parse = (search: string) => parseTrialTargets(new URLSearchParams(search), KNOWN);

const target: fc.Arbitrary<TrialTarget> = fc.record({
	indicator: fc.constantFrom(...KNOWN.keys()),
	value: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
	date: fc
		.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10))
});

const distinct = fc.uniqueArray(target, { selector: ({ indicator }) => indicator });

describe('a tried target in the URL', () => {
	test('is indicator, value and date', () => {
		expect(parse('target=poverty_rate:7.5:2027-12-31')).toEqual({
			value: [{ indicator: 'poverty_rate', value: 7.5, date: '2027-12-31' }],
			dropped: []
		});
	});

	test('may be written as people write: a comma, a percent sign, a month or a year', () => {
		const [read] = parse('target=poverty_rate:7,5 %25:2028-02').value;
		expect(read).toEqual({ indicator: 'poverty_rate', value: 7.5, date: '2028-02-29' });
		expect(parse('target=kmp_members:2000000:2027').value[0]?.date).toBe('2027-12-31');
	});

	test.each([
		'target=nothing:5:2027',
		'target=poverty_rate:101:2027',
		'target=poverty_rate:-1:2027',
		'target=poverty_rate:5:2027-02-30',
		'target=poverty_rate:5:2027-13',
		'target=poverty_rate:5',
		'target=poverty_rate:5:2027:8',
		'target=poverty_rate:1e3:2027'
	])('%s is dropped and named', (search) => {
		expect(parse(search)).toEqual({ value: [], dropped: [search] });
	});

	test('the last of an indicator counts, and what is well written stays beside what is not', () => {
		const { value, dropped } = parse(
			'target=poverty_rate:5:2029&target=odd&target=poverty_rate:6:2029&target='
		);
		expect(value.map((one) => one.value)).toEqual([6]);
		expect(dropped).toEqual(['target=odd']);
	});

	test('any targets come back from their own URL, and the rest of the URL is kept', () => {
		fc.assert(
			fc.property(distinct, (targets) => {
				const before = new URLSearchParams('wilayah=32&target=poverty_rate:1:2020');
				const search = new URLSearchParams(trialTargetSearch(before, targets));
				expect(parseTrialTargets(search, KNOWN)).toEqual({ value: targets, dropped: [] });
				expect(search.get('wilayah')).toBe('32');
			})
		);
	});

	test('none leaves the URL empty', () => {
		expect(trialTargetSearch(new URLSearchParams('target=poverty_rate:1:2020'), [])).toBe('');
	});

	test('any text at all is read or named, and never throws', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { maxLength: 20 }), (texts) => {
				const search = new URLSearchParams(texts.map((text) => ['target', text]));
				const { value, dropped } = parseTrialTargets(search, KNOWN);
				for (const { indicator } of value) expect(KNOWN.has(indicator as never)).toBe(true);
				expect(value.length + dropped.length).toBeLessThanOrEqual(texts.length);
			})
		);
	});
});
