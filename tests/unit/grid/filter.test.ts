import { describe, expect, it } from 'vitest';
import { parseFilter, passes } from '$lib/grid/filter';
import type { GridColumn } from '$lib/grid/source';

function kept(typed: string, type: GridColumn['type'], values: unknown[], comma = true): unknown[] {
	const filter = parseFilter(typed, type, comma);
	if (filter === null || filter === 'unreadable') throw new Error(`${typed}: ${filter}`);
	return values.filter((value) => passes(filter, value));
}

describe('a filter under a column', () => {
	const numbers = [null, -1, 0, 1, 5, 9, 1234.5];

	it.each([
		['5', [5]],
		['= 5', [5]],
		['> 5', [9, 1234.5]],
		['>= 5', [5, 9, 1234.5]],
		['<0', [-1]],
		['≤ 0', [-1, 0]],
		['1..9', [1, 5, 9]],
		['9..', [9, 1234.5]],
		['..0', [-1, 0]],
		['1.234,5', [1234.5]],
		['1234.5', [1234.5]],
		['=', [null]],
		['<>', [-1, 0, 1, 5, 9, 1234.5]]
	])('of numbers reads %s', (typed, expected) => {
		expect(kept(typed, 'number', numbers)).toEqual(expected);
	});

	it('reads thousands as the language writes them', () => {
		expect(kept('1.234', 'number', [1.234, 1234])).toEqual([1234]);
		expect(kept('1.234', 'number', [1.234, 1234], false)).toEqual([1.234]);
		expect(kept('1,234.5', 'number', numbers, false)).toEqual([1234.5]);
	});

	it('of dates takes a year, a month, a day and what lies between', () => {
		const dates = [
			null,
			'2023-12-31',
			'2024-01-01',
			'2024-06-30',
			'2024-12-31 23:59:59',
			'2025-01-01'
		];
		expect(kept('2024', 'date', dates)).toEqual(dates.slice(2, 5));
		expect(kept('> 2024', 'date', dates)).toEqual(['2025-01-01']);
		expect(kept('< 2024', 'date', dates)).toEqual(['2023-12-31']);
		expect(kept('2024-01..2024-06', 'date', dates)).toEqual(['2024-01-01', '2024-06-30']);
	});

	it('of texts is contained whatever the case, or whole after =', () => {
		const texts = ['Bogor', 'Kota Bogor', 'Jember', null];
		expect(kept('bogor', 'text', texts)).toEqual(['Bogor', 'Kota Bogor']);
		expect(kept('=bogor', 'text', texts)).toEqual(['Bogor']);
	});

	it('of truths takes the words of both languages', () => {
		expect(kept('ya', 'boolean', [true, false, null])).toEqual([true]);
		expect(kept('no', 'boolean', [true, false, null])).toEqual([false]);
	});

	it('says what it cannot read instead of guessing', () => {
		expect(parseFilter('>', 'number', true)).toBe('unreadable');
		expect(parseFilter('lima', 'number', true)).toBe('unreadable');
		expect(parseFilter('1..2..3', 'number', true)).toBe('unreadable');
		expect(parseFilter('..', 'number', true)).toBe('unreadable');
		expect(parseFilter('Juni', 'date', true)).toBe('unreadable');
		expect(parseFilter('mungkin', 'boolean', true)).toBe('unreadable');
		expect(parseFilter('  ', 'number', true)).toBeNull();
	});
});
