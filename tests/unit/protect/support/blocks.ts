import type { CellStore } from '../../../../src/lib/protect/attack';
import { type Knowledge, type StoredCell } from '../../../../src/lib/protect/attack';
import { roundCount } from '../../../../src/lib/protect/rounding';

/** What an attacker knows besides the cells, in small: two sexes, two age bands, three deciles. */
export const SMALL: Knowledge = {
	exact: true,
	threshold: 10,
	roof: 9,
	families: false,
	withheld: false,
	deciles: ['1', '2', '3'],
	sexes: ['male', 'female'],
	ages: ['15-24', '25-44'],
	waiting: ['0-5', '6-11'],
	counted: (cube, measure) =>
		(cube === 'k1' || cube === 'k2' || cube === 'k3') && measure !== 'none'
};

/** A cell as the built-in rule protects it. @param key sum of the record keys of its people */
export function stored(n: number, key: number): StoredCell {
	const pub = roundCount(n, key);
	return { n, pub, shown: pub >= 10 };
}

/** K1, K2 and K3 of one measure in one place and month, from people by decile, sex and age. */
export function people(
	store: CellStore,
	measure: string,
	counts: readonly { decile: string; sex: string; age: string; n: number }[],
	key: (name: string) => number,
	region = '11.01'
): void {
	const sums = new Map<string, { place: Record<string, string>; n: number }>();
	const add = (place: Record<string, string>, n: number) => {
		const name = JSON.stringify(place);
		sums.set(name, { place, n: (sums.get(name)?.n ?? 0) + n });
	};
	for (const { decile, sex, age, n } of counts) {
		add({ cube: 'k1' }, n);
		add({ cube: 'k2', decile }, n);
		add({ cube: 'k3', sex }, n);
		add({ cube: 'k3', age }, n);
		add({ cube: 'k3', sex, age }, n);
	}
	for (const [name, { place, n }] of sums) {
		const { cube, ...dimensions } = place;
		if (n === 0 || (cube !== 'k1' && cube !== 'k2' && cube !== 'k3')) continue;
		store.set({ cube, region, period: '2025-01', measure, ...dimensions }, stored(n, key(name)));
	}
}
