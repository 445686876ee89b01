import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peersOf, positionOf } from '$lib/model/peers';

const five = [
	{ code: 'a', value: 5 },
	{ code: 'b', value: 1 },
	{ code: 'c', value: 3 },
	{ code: 'd', value: 3 },
	{ code: 'e', value: 9 }
];

describe('peers of a place', () => {
	it('are the next lower and the next higher', () => {
		expect(peersOf('d', five, 2)).toEqual(['c', 'a']);
	});

	it('are more of one side where the other ends', () => {
		expect(peersOf('b', five, 2)).toEqual(['c', 'd']);
		expect(peersOf('e', five, 2)).toEqual(['d', 'a']);
	});

	it('are none of a place without a value', () => expect(peersOf('x', five, 2)).toEqual([]));

	it('are never the place itself, and as many as asked where there are so many', () => {
		const all = fc.uniqueArray(fc.record({ code: fc.string(), value: fc.integer() }), {
			selector: ({ code }) => code,
			minLength: 1
		});
		fc.assert(
			fc.property(all, fc.nat(8), (places, count) => {
				for (const { code } of places) {
					const peers = peersOf(code, places, count);
					expect(peers).not.toContain(code);
					expect(peers).toHaveLength(Math.min(count, places.length - 1));
				}
			})
		);
	});
});

describe('the position of a place', () => {
	it('is shared by equal values', () => {
		expect(positionOf('d', five)).toEqual({ position: 2, total: 5 });
		expect(positionOf('a', five)).toEqual({ position: 4, total: 5 });
		expect(positionOf('x', five)).toBeNull();
	});
});
