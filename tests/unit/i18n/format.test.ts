import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatDate, formatNumber, formatPeriod, formatValue } from '$lib/i18n/format';
import { stateHelp } from '$lib/i18n/state-help';
import { flagName, stateName, unitName } from '$lib/i18n/words';
import { FIGURE_STATES, FLAGS, LOCALES, UNITS, yearPeriod } from '$lib/model';

describe('numbers as Indonesians write them', () => {
	test('thousands by a point, decimals by a comma', () => {
		expect(formatNumber(1234.5, 'id', { decimals: 1 })).toBe('1.234,5');
		expect(formatValue(8.47, 'percent', 'id')).toBe('8,47%');
		expect(formatValue(9, 'percent', 'id')).toBe('9,00%');
		expect(formatValue(115067, 'families', 'id')).toBe('115.067 keluarga');
	});

	test('a minus is a minus, and what rounds to zero has none', () => {
		expect(formatNumber(-1234.5, 'id', { decimals: 1 })).toBe('−1.234,5');
		expect(formatValue(-0.04, 'percent', 'en', { decimals: 1 })).toBe('0.0%');
	});

	test('rb, jt, M for miliar and T; never M for a million', () => {
		expect(formatNumber(1200, 'id', { compact: true })).toBe('1,2 rb');
		expect(formatNumber(1_200_000, 'id', { compact: true })).toBe('1,2 jt');
		expect(formatValue(369_000_000_000, 'rupiah', 'id', { compact: true })).toBe('Rp369 M');
		expect(formatNumber(2.5e12, 'id', { compact: true })).toBe('2,5 T');
	});

	test('English writes the words out, so that M cannot be misread', () => {
		expect(formatNumber(1_200_000, 'en', { compact: true })).toBe('1.2 million');
		expect(formatValue(369_000_000_000, 'rupiah', 'en', { compact: true })).toBe('Rp369 billion');
		expect(formatValue(1, 'families', 'en')).toBe('1 family');
	});
});

describe('dates and periods', () => {
	test('are said in as few words as they allow', () => {
		expect(formatPeriod(yearPeriod(2024), 'id')).toBe('2024');
		expect(formatPeriod({ start: '2024-03-01', end: '2024-03-31' }, 'id')).toBe('Maret 2024');
		expect(formatPeriod({ start: '2020-07-06', end: '2020-07-06' }, 'en')).toBe('6 July 2020');
		expect(formatDate('2020-09', 'id')).toBe('September 2020');
		expect(formatDate('2021', 'id')).toBe('2021');
	});

	test('a span names both ends', () => {
		const text = formatPeriod({ start: '2020-01-01', end: '2020-07-06' }, 'id');
		expect(text).toContain('1 Januari');
		expect(text).toContain('6 Juli 2020');
	});

	test('what is no date is left as it stands', () => {
		expect(formatDate('sekitar 2021', 'id')).toBe('sekitar 2021');
	});
});

describe('both languages', () => {
	test('every state, mark and unit has its word in each', () => {
		for (const locale of LOCALES) {
			for (const state of FIGURE_STATES) {
				expect(stateName(state, locale)).not.toBe('');
				expect(stateHelp(state, locale)).not.toBe('');
			}
			for (const flag of FLAGS) expect(flagName(flag, locale)).not.toBe('');
			for (const unit of UNITS) expect(typeof unitName(unit, locale)).toBe('string');
		}
	});

	test('every message of one language stands in the other, with the same parameters', () => {
		const root = 'src/lib/i18n/messages';
		const read = (locale: string, file: string) =>
			JSON.parse(readFileSync(`${root}/${locale}/${file}`, 'utf8')) as Record<string, unknown>;
		const parameters = (text: unknown) =>
			[...new Set(JSON.stringify(text).match(/\{[a-zA-Z_]+\}/g) ?? [])].sort();
		for (const file of readdirSync(`${root}/id`)) {
			const [id, en] = [read('id', file), read('en', file)];
			expect(Object.keys(en).sort(), file).toEqual(Object.keys(id).sort());
			for (const key of Object.keys(id))
				expect(parameters(en[key]), `${file}: ${key}`).toEqual(parameters(id[key]));
		}
	});
});
