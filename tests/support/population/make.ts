import { ACTIVITIES } from '$lib/model';
import type { Population } from './rows';

/** Numbers below 1 in a fixed order (mulberry32, public domain), so that every run makes the same people. */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export const FIRST_MONTH = 2024 * 12 + 6;
export const LAST_MONTH = 2025 * 12 + 5;
const REGIONS = [3201, 3202, 3320, 3509, 5302];

function day(month: number, inMonth: number): string {
	const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, inMonth));
	return date.toISOString().slice(0, 10);
}

/** Made-up people on all three lists, with every kind of gap: unknown sex, age, decile, start and region. */
export function makePopulation(people: number, seed: number): Population {
	const next = numbers(seed);
	const whole = (below: number) => Math.floor(next() * below);
	const chance = (share: number) => next() < share;
	const month = () => FIRST_MONTH - 14 + whole(LAST_MONTH - FIRST_MONTH + 15);
	const population: Population = { receipt: [], membership: [], activity: [], cooperative: [] };
	for (let number = 0; number < 6; number++)
		population.cooperative.push({ number, code: `K-${number}`, programme: number % 3 });
	for (let person = 0; person < people; person++) {
		const id = {
			pid: BigInt(person + 1) * 7_919_000_001n,
			rkey: whole(4096),
			sex: whole(3),
			birth: chance(0.05) ? null : LAST_MONTH - whole(80 * 12)
		};
		const region = REGIONS[whole(whole(REGIONS.length) + 1)] ?? 3201;
		const family = chance(0.1) ? null : BigInt(whole(Math.ceil(people / 3)) + 1) * 104_729n;
		const frkey = family === null ? null : Number(family % 4096n);
		if (chance(0.8))
			for (let spell = 0; spell < 1 + whole(2); spell++) {
				const first = chance(0.2) ? null : month();
				population.receipt.push({
					...id,
					fid: family,
					frkey,
					programme: whole(2),
					region: chance(0.02) ? 3202 : region,
					decile: whole(11),
					first,
					last: chance(0.5) ? null : (first ?? FIRST_MONTH) + whole(12),
					business: chance(0.2) ? null : chance(0.5)
				});
			}
		const own = chance(0.9)
			? { region, region_stated: chance(0.7) }
			: { region: null, region_stated: false };
		if (chance(0.5)) {
			const joined = chance(0.1) ? null : month();
			const left = chance(0.7) ? null : (joined ?? FIRST_MONTH) + whole(8);
			const cooperative = whole(6);
			population.membership.push({
				...id,
				...own,
				programme: cooperative % 3,
				cooperative,
				joined: joined === null ? null : day(joined, 1 + whole(14)),
				left_on: left === null ? null : day(left, 15 + whole(14)),
				last_transaction: chance(0.7) ? null : day(month(), 1 + whole(28))
			});
		}
		for (let event = 0; event < whole(5); event++) {
			population.activity.push({
				...id,
				...own,
				kind: whole(ACTIVITIES.length),
				date: day(month(), 1 + whole(28)),
				amount: chance(0.3) ? null : 1000 + whole(1_000_000) * (chance(0.02) ? 400 : 1),
				cooperative: chance(0.5) ? null : whole(6)
			});
		}
	}
	return population;
}
