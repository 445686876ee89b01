import { describe, expect, it } from 'vitest';
import type { ChartPoint } from '$lib/chart/model';
import { type WalkKey, walk } from '$lib/chart/walk';

/** Points by the row and column that their keys name: `1,2`. */
function pointsAt(...keys: string[]): ChartPoint[] {
	return keys.map((key) => {
		const [row = 0, column = 0] = key.split(',').map(Number);
		return { key, row, column, label: key, spoken: key } as ChartPoint;
	});
}

const from = (points: readonly ChartPoint[], start: string | null, ...keys: WalkKey[]) =>
	keys.reduce((at, key) => walk(points, at, key)?.key ?? null, start);

describe('Home and End', () => {
	const bars = pointsAt('0,0', '1,0', '2,0', '3,0');
	const lines = pointsAt('0,0', '0,1', '0,2', '1,0', '1,1', '1,2');

	it('reach both ends of bars, from wherever the reader is', () => {
		expect(from(bars, '1,0', 'End')).toBe('3,0');
		expect(from(bars, '1,0', 'Home')).toBe('0,0');
		expect(from(bars, null, 'Home', 'End')).toBe('3,0');
		expect(from(bars, null, 'End', 'Home')).toBe('0,0');
		expect(from(bars, '3,0', 'End')).toBe('3,0');
	});

	it('reach the ends of a row first, and then those of the chart', () => {
		expect(from(lines, '0,1', 'End')).toBe('0,2');
		expect(from(lines, '0,1', 'End', 'End')).toBe('1,2');
		expect(from(lines, '1,1', 'Home')).toBe('1,0');
		expect(from(lines, '1,1', 'Home', 'Home')).toBe('0,0');
	});
});
