import type { Reference } from '../reference/load';
import { drawOnce } from './draw';
import { COMBINATIONS, MOST_IN_A_PLACE } from './numbers';
import { pkhFamilies, povertyRates } from './published';
import {
	FOCUS_SHARE,
	JEMBER,
	JEPARA,
	KAMPUNG_REGENCIES,
	KMP_SHARE,
	LEAST_PER_KMP,
	PEOPLE_PER_KMP,
	PKH_SHARE,
	PRIORITY_LIST,
	PUBLIC_SHARE
} from './shape';

/** Which regions a demo is of: the priority list with Jepara, Jember and Jakarta's kampung, or all 514. */
export const REGION_CHOICES = ['priority', 'all'] as const;
export type RegionChoice = (typeof REGION_CHOICES)[number];

/** A regency of the demo, with how many of its people are made. */
export interface Place {
	/** Kemendagri, with the dot. */
	code: string;
	/** A code it bore until 2022, where there is one. */
	formerCode: string | null;
	/** Index of its first person among all. */
	start: number;
	people: number;
	/** How many times 30,000 people: each group has birthdays of its own. */
	groups: number;
	/** Share of assisted families with PKH. */
	pkhShare: number;
	publicShare: number;
	kmpShare: number;
	kmpCooperatives: number;
	/** Numbers of its kampung cooperatives. */
	kampung: readonly number[];
}

type Region = Reference['regions'][number];

const KAMPUNG = new Map<string, readonly number[]>(Object.entries(KAMPUNG_REGENCIES));
const FOCUS = new Set([JEPARA, JEMBER, ...KAMPUNG.keys()]);

function chosen(reference: Reference, choice: RegionChoice): Region[] {
	const regencies = reference.regions.filter(({ level }) => level === 'regency');
	if (choice === 'all') return regencies;
	const codes = new Set([...priorityCodes(reference), ...FOCUS]);
	return regencies.filter(({ code }) => codes.has(code));
}

/** The regencies of the priority list, in the order of their codes. */
export function priorityCodes(reference: Reference): string[] {
	return reference.priorityListMembers
		.filter(({ listId }) => listId === PRIORITY_LIST)
		.map(({ regionCode }) => regionCode)
		.sort();
}

/** Regions that tell a story: they are large enough and always report in time. */
export function isFocus(code: string): boolean {
	return FOCUS.has(code);
}

/** Poor people: population times poverty rate, the rate of the whole where none is known. */
function poorPeople(regions: readonly Region[]): Map<string, number> {
	const rates = povertyRates();
	const known = [...rates.values()];
	const mean = known.reduce((sum, rate) => sum + rate, 0) / known.length;
	return new Map(
		regions.map(({ code, population }) => [code, (population * (rates.get(code) ?? mean)) / 100])
	);
}

/** People by region, in proportion to weights, adding up exactly (largest remainders). */
function allot(people: number, weights: readonly number[]): number[] {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const exact = weights.map((weight) => (people * weight) / total);
	const counts = exact.map(Math.floor);
	const rest = people - counts.reduce((sum, count) => sum + count, 0);
	const order = exact
		.map((value, index) => ({ index, remainder: value - Math.floor(value) }))
		.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
	for (const { index } of order.slice(0, rest)) counts[index] = (counts[index] ?? 0) + 1;
	return counts;
}

/** PKH families by poor people, against the whole of Jawa Barat; 1 elsewhere. */
function pkhFactors(poor: ReadonlyMap<string, number>): Map<string, number> {
	const families = pkhFamilies();
	const both = [...families].filter(([code]) => poor.has(code));
	const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
	const mean = sum(both.map(([, n]) => n)) / sum(both.map(([code]) => poor.get(code) ?? 0));
	return new Map(both.map(([code, n]) => [code, n / (poor.get(code) ?? 1) / mean]));
}

function publicShare(code: string): number {
	if (code === JEPARA) return PUBLIC_SHARE.jepara;
	return KAMPUNG.has(code) ? PUBLIC_SHARE.jakarta : PUBLIC_SHARE.elsewhere;
}

function kmpShare(code: string, seed: string): number {
	if (code === JEMBER) return KMP_SHARE.jember;
	const { least, most } = KMP_SHARE;
	return least + (most - least) * drawOnce(`${seed}|${code}|kmp share`);
}

/** The regions of a demo in the order of their codes; those that would have no people are left out. */
export function placesOf(
	reference: Reference,
	{ people, regions, seed }: { people: number; regions: RegionChoice; seed: string }
): Place[] {
	const found = chosen(reference, regions).sort((a, b) => (a.code < b.code ? -1 : 1));
	const poor = poorPeople(found);
	const total = [...poor.values()].reduce((sum, count) => sum + count, 0);
	const weights = found.map(({ code }) => {
		const share = (poor.get(code) ?? 0) / total;
		return isFocus(code) ? Math.max(share, FOCUS_SHARE) : share;
	});
	const counts = allot(people, weights);
	if (counts.some((count) => count > MOST_IN_A_PLACE))
		throw new RangeError(`no region can have more than ${MOST_IN_A_PLACE} people`);
	const factors = pkhFactors(poorPeople(chosen(reference, 'all')));
	const former = new Map(
		reference.formerCodes
			.filter(({ system }) => system === 'kemendagri')
			.map(({ code, formerCode }) => [code, formerCode])
	);
	let start = 0;
	const places = found.map(({ code, population }, index) => {
		const count = counts[index] ?? 0;
		const place: Place = {
			code,
			formerCode: former.get(code) ?? null,
			start,
			people: count,
			groups: Math.ceil(count / COMBINATIONS),
			pkhShare: Math.min(0.7, Math.max(0.3, PKH_SHARE * (factors.get(code) ?? 1))),
			publicShare: publicShare(code),
			kmpShare: kmpShare(code, seed),
			kmpCooperatives: Math.max(
				2,
				Math.round(Math.min(population / PEOPLE_PER_KMP, count / LEAST_PER_KMP))
			),
			kampung: KAMPUNG.get(code) ?? []
		};
		start += count;
		return place;
	});
	return places.filter((place) => place.people > 0);
}
