import { describe, expect, it } from 'vitest';
import { hit } from '../../../src/lib/chart/layout/hit';

const places = new Map([
	['a', { x: 100, y: 100, radius: 10 }],
	['b', { x: 200, y: 130, radius: 10 }]
]);

describe('what the pointer touches', () => {
	it('is the nearest point of a line, in a tall strip about it', () => {
		expect(hit('line', places, 110, 190)).toBe('a');
		expect(hit('line', places, 190, 60)).toBe('b');
		expect(hit('line', places, 150, 300)).toBeNull();
	});

	it('is a bar along its whole row', () => {
		expect(hit('bars', places, 600, 104)).toBe('a');
		expect(hit('bars', places, 0, 128)).toBe('b');
	});

	it('is a tile only inside it', () => {
		expect(hit('tiles', places, 109, 91)).toBe('a');
		expect(hit('tiles', places, 112, 100)).toBeNull();
	});
});
