import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalEvidence, isMissing, readNumber } from '$lib/read/numbers';

describe('numbers as offices write them', () => {
	it.each([
		['1.944,86', 1944.86],
		['1,944.86', 1944.86],
		['1 944,86', 1944.86],
		['1\u00a0944,86', 1944.86],
		['Rp 579.227,00', 579227],
		['Rp1.234.567', 1234567],
		['8,47%', 8.47],
		['-3,5', -3.5],
		['−3,5', -3.5],
		['0,125', 0.125],
		['1944.861', 1944.861],
		['12,5*', 12.5],
		['117', 117]
	])('%s can be read in one way only', (text, value) => {
		expect(readNumber(text, null)).toMatchObject({ kind: 'number', value });
	});

	it('a single mark before three digits is refused by name until the column decides', () => {
		expect(readNumber('1.234', null)).toEqual({ kind: 'bad', rule: 'number_ambiguous' });
		expect(readNumber('1.234', ',')).toMatchObject({ value: 1234 });
		expect(readNumber('1.234', '.')).toMatchObject({ value: 1.234 });
	});

	it('a column shows its mark by the cells that can be read in one way', () => {
		expect(decimalEvidence(['1.234', '12,5', '...'])).toBe(',');
		expect(decimalEvidence(['1.234', '2.345'])).toBeNull();
		expect(decimalEvidence(['12,5', '12.5'])).toBe('mixed');
	});

	it.each(['', '...', '…', '-', '–', 'n/a', 'NA', 'N/A', 'tidak tersedia', '  '])(
		'"%s" is missing, never zero',
		(text) => {
			expect(isMissing(text)).toBe(true);
			expect(readNumber(text, null)).toEqual({ kind: 'missing' });
		}
	);

	it('a zero is a zero', () => {
		expect(readNumber('0', null)).toMatchObject({ kind: 'number', value: 0 });
		expect(readNumber('0.0', null)).toMatchObject({ kind: 'number', value: 0 });
	});

	it.each(['1.2.3', '12 orang', 'abc', '1,23E+06', '1.23,4.5'])('"%s" is no number', (text) => {
		expect(readNumber(text, null)).toEqual({ kind: 'bad', rule: 'number_unreadable' });
	});

	it('a figure that a spreadsheet made a date is refused by name', () => {
		expect(readNumber('2024-05-01', null)).toEqual({ kind: 'bad', rule: 'number_is_date' });
		expect(readNumber(new Date(0), null)).toEqual({ kind: 'bad', rule: 'number_is_date' });
	});

	it('whatever an Indonesian or an English formatter writes is read back', () => {
		const number = fc.integer({ min: 0, max: 999_999_999 }).map((whole) => whole / 100);
		fc.assert(
			fc.property(number, fc.constantFrom('id-ID', 'en-US'), (value, tag) => {
				const written = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(value);
				expect(readNumber(written, null)).toMatchObject({ kind: 'number', value });
			})
		);
	});
});
