import { describe, expect, it } from 'vitest';
import { formatBelow, formatBounds } from '$lib/i18n/bounds';
import { dimensionLabel, dimensionValueLabel, measureLabel } from '$lib/i18n/measure-words';
import { stateName } from '$lib/i18n/words';
import { AGE_BANDS, DECILES, LOCALES, MEASURES, SEXES, WAITING_BANDS } from '$lib/model';
import { MOVES } from '$lib/protect/count/moves';

describe('bounds in words', () => {
	it('of a count', () => {
		expect(formatBounds([1231, 1239], 'people', 'id')).toBe('antara 1.231 dan 1.239 orang');
		expect(formatBounds([1231, 1239], 'people', 'en')).toBe('between 1,231 and 1,239 people');
		expect(formatBounds([1231, 1239], 'people', 'id', { bare: true })).toBe(
			'antara 1.231 dan 1.239'
		);
	});

	it('of a rate are rounded outwards, so that they stay true', () => {
		expect(formatBounds([58.27, 58.83], 'percent', 'id')).toBe('antara 58,2% dan 58,9%');
		expect(formatBounds([58.2, 58.3], 'percent', 'en')).toBe('between 58.2% and 58.3%');
		// 100 × 0.29 is 28.999999999999996.
		expect(formatBounds([100 * 0.29, 30], 'percent', 'en')).toBe('between 29.0% and 30.0%');
	});

	it('of a rate whose part is withheld, without a zero in it', () => {
		expect(formatBelow(100 * (9 / 96), 'percent', 'id')).toBe('umumnya di bawah 9,4%');
		expect(formatBelow(100 * (9 / 96), 'percent', 'en')).toBe('usually below 9.4%');
	});

	it('are not given of what is withheld: the words say why', () => {
		expect(stateName('withheld', 'id')).toBe('tidak diterbitkan (umumnya kurang dari 10)');
		expect(stateName('withheld', 'en')).toBe('not published (usually fewer than 10)');
	});
});

describe('words of measures', () => {
	const ids = [...MEASURES, ...MOVES].map(({ id }) => id).concat('members', 'active');

	it.each(LOCALES)('every measure has its own label (%s)', (locale) => {
		const labels = ids.map((id) => measureLabel(id, locale));
		expect(labels.filter((label, index) => label === ids[index])).toEqual([]);
		expect(new Set(labels).size).toBe(labels.length);
	});

	it('one of another version stands as its id', () => {
		expect(measureLabel('something_new', 'en')).toBe('something_new');
	});
});

describe('words of dimensions', () => {
	const VALUES = { decile: DECILES, sex: SEXES, age: AGE_BANDS, waiting: WAITING_BANDS } as const;
	const entries = Object.entries(VALUES) as [keyof typeof VALUES, readonly string[]][];

	it.each(LOCALES)('every value of every dimension has words (%s)', (locale) => {
		for (const [dimension, values] of entries) {
			expect(dimensionLabel(dimension, locale)).not.toBe('');
			const words = values.map((value) => dimensionValueLabel(dimension, value, locale));
			expect(new Set(words).size).toBe(values.length);
		}
	});

	it('are said as people say them', () => {
		expect(dimensionValueLabel('age', '65+', 'id')).toBe('65 tahun ke atas');
		expect(dimensionValueLabel('age', '25-44', 'en')).toBe('25–44 years');
		expect(dimensionValueLabel('waiting', '36+', 'id')).toBe('36 bulan atau lebih');
		expect(dimensionValueLabel('decile', '3', 'id')).toBe('desil 3');
	});
});
