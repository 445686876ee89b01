import { describe, expect, it } from 'vitest';
import { FILTER, HEADING, cellAfter } from '$lib/grid/keys';
import { HIGHEST, drawn, elementAt, moved, reach, rowsAt, track } from '$lib/grid/scroll';

const SMALL = { rows: 1000, row: 32, room: 400 };
const LARGE = { rows: 1_000_000, row: 32, room: 400 };

describe('scrolling rows', () => {
	it('is plain where a browser can draw the whole height', () => {
		expect(track(SMALL)).toBe(reach(SMALL));
		expect(moved(100, 100, 250, SMALL)).toBe(250);
	});

	it('never asks for an element higher than browsers draw', () => {
		expect(track(LARGE)).toBeLessThanOrEqual(HIGHEST);
		expect(reach(LARGE)).toBe(32_000_000 - 400);
	});

	it('moves a million rows by as many pixels as the wheel did', () => {
		const before = elementAt(16_000_000, LARGE);
		expect(moved(16_000_000, before, before + 100, LARGE)).toBe(16_000_100);
		expect(moved(50, 30, 0, LARGE)).toBe(20);
	});

	it('leaps in proportion, and reaches both ends', () => {
		expect(moved(0, 0, track(LARGE), LARGE)).toBe(reach(LARGE));
		expect(moved(reach(LARGE), track(LARGE), 0, LARGE)).toBe(0);
		expect(moved(0, 0, track(LARGE) / 2, LARGE)).toBeCloseTo(reach(LARGE) / 2);
		expect(rowsAt(elementAt(12_345_678, LARGE), LARGE)).toBeCloseTo(12_345_678, 3);
	});

	it('draws what is seen and a few beyond, never what is not there', () => {
		expect(drawn(0, LARGE)).toEqual([0, 19]);
		expect(drawn(reach(LARGE), LARGE)).toEqual([999_981, 1_000_000]);
		expect(drawn(0, { ...LARGE, rows: 0 })).toEqual([0, 0]);
	});
});

describe('keys in a grid', () => {
	const extent = { rows: 100, columns: 5, page: 10 };
	const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });

	it.each([
		['ArrowDown', { row: FILTER, column: 1 }, { row: 0, column: 1 }],
		['ArrowUp', { row: HEADING, column: 1 }, { row: HEADING, column: 1 }],
		['ArrowDown', { row: 99, column: 1 }, { row: 99, column: 1 }],
		['ArrowRight', { row: 3, column: 4 }, { row: 3, column: 4 }],
		['PageDown', { row: 95, column: 0 }, { row: 99, column: 0 }],
		['PageUp', { row: 4, column: 0 }, { row: 0, column: 0 }],
		['End', { row: 4, column: 0 }, { row: 4, column: 4 }]
	])('%s from %o', (name, from, to) => {
		expect(cellAfter(from, key(name), extent)).toEqual(to);
	});

	it('reach the first and last cell with Ctrl', () => {
		expect(cellAfter({ row: 50, column: 2 }, key('Home', true), extent)).toEqual({
			row: 0,
			column: 0
		});
		expect(cellAfter({ row: 0, column: 0 }, key('End', true), extent)).toEqual({
			row: 99,
			column: 4
		});
		expect(cellAfter({ row: 0, column: 0 }, key('a'), extent)).toBeNull();
	});
});
