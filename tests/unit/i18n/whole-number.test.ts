import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount } from '$lib/i18n/format';
import { readPercent, readRupiah } from '$lib/i18n/whole-number';
import { LOCALES } from '$lib/model';

describe('rupiah as people write them', () => {
	it.each([
		['1.250.000', 1_250_000],
		['1250000', 1_250_000],
		['Rp1.250.000', 1_250_000],
		[' rp. 1.250.000,00 ', 1_250_000],
		['1 250 000', 1_250_000],
		['1,250,000', 1_250_000],
		['0', 0],
		['-5.000', -5000]
	])('%s is read in Indonesian', (text, value) => {
		expect(readRupiah(text, 'id')).toBe(value);
	});

	it('one comma is decimals in Indonesian and groups in English', () => {
		expect(readRupiah('1,250', 'id')).toBeNull();
		expect(readRupiah('1,250', 'en')).toBe(1250);
	});

	it.each(['', 'Rp', 'satu', '1.25', '12.50.000', '1.2500', '1,5', '1e6', '٣', '--5', '5-'])(
		'“%s” is not taken for an amount',
		(text) => {
			for (const locale of LOCALES) expect(readRupiah(text, locale)).toBeNull();
		}
	);

	it('whatever the site writes it reads again, in both languages', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e15 }), (value) => {
				for (const locale of LOCALES)
					expect(readRupiah(formatAmount(value, 'rupiah', locale), locale)).toBe(value);
			})
		);
	});
});

describe('percentages', () => {
	it('are read with a comma or a point', () => {
		expect(['30', '12,5%', ' 12.5 % ', '0', '-3'].map(readPercent)).toEqual([
			30, 12.5, 12.5, 0, -3
		]);
	});

	it('are not guessed', () => {
		expect(['', '%', 'x', '1.250.000', '1e3'].map(readPercent)).toEqual([
			null,
			null,
			null,
			null,
			null
		]);
	});
});
