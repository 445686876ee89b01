import type { Interval } from './interval';

/** A count, and between which values the true one lies. Without a value it is withheld. */
export interface BoundedCount extends Interval {
	value: number | null;
}

/** One group of a place: how many are in it, and how many of them are counted. */
export interface Stratum {
	key: string;
	part: BoundedCount;
	whole: BoundedCount;
}

/** A place by one dimension, with its own margin, which is recounted and not the sum of the groups. */
export interface Stratified {
	part: number;
	whole: number;
	strata: readonly Stratum[];
}

/** What a rate would be with another composition. */
export interface Standardised extends Interval {
	/** Null where a group of weight is withheld: then only the ends are known. */
	share: number | null;
	/** Groups of weight whose rate is not known. */
	withheld: string[];
}

/**
 * Direct standardisation: the sum of the rates of the groups, each times its share of a standard
 * (Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions", 2003, chapter 19). A group
 * whose part is withheld has a rate between the bounds that its counts leave; one whose whole is not
 * known either may have any.
 * @param weights size of each group in the standard, by key; they need not sum to 1
 */
export function standardise(
	strata: readonly Stratum[],
	weights: ReadonlyMap<string, number>
): Standardised {
	const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
	const result = { share: 0 as number | null, low: 0, high: 0, withheld: [] as string[] };
	for (const [key, weight] of weights) {
		if (weight === 0 || total === 0) continue;
		const stratum = strata.find((one) => one.key === key);
		const rate = stratum ? rateOfStratum(stratum) : { share: null, low: 0, high: 1 };
		const standing = weight / total;
		result.low += standing * rate.low;
		result.high += standing * rate.high;
		if (rate.share === null) result.withheld.push(key);
		if (rate.share === null || result.share === null) result.share = null;
		else result.share += standing * rate.share;
	}
	return result;
}

function rateOfStratum({ part, whole }: Stratum) {
	const known = part.value !== null && whole.value !== null && whole.value > 0;
	return {
		share: known ? Math.min(1, (part.value ?? 0) / (whole.value ?? 1)) : null,
		low: whole.high > 0 ? Math.max(0, part.low / whole.high) : 0,
		high: whole.low > 0 ? Math.min(1, part.high / whole.low) : 1
	};
}

/** What the gap between two rates is made of, as shares (of percentage points, divided by 100). */
export interface Gap {
	/** Rate of the first place less that of the second. */
	gap: number;
	/** The part that is there because rates differ within groups. */
	rates: number;
	/** The part that is there because the groups differ in size. */
	composition: number;
	/** What is left: the groups that are withheld, and the rounding of all. */
	rest: number;
	/** Between which values the withheld groups' share in the gap lies; 0 to 0 where none is withheld. */
	open: Interval;
	/** Groups of which a count is withheld in one place or both. */
	withheld: string[];
}

/**
 * Kitagawa's decomposition of a gap ("Components of a difference between two rates", Journal of the
 * American Statistical Association 50, 1955, 1168-1194), one dimension at a time: over the groups that
 * are published in both places, Σ (r₁ − r₂)(w₁ + w₂) ÷ 2 for rates and Σ (w₁ − w₂)(r₁ + r₂) ÷ 2 for
 * composition, with w the group's part of the place's whole. Groups with a withheld count are named,
 * and what they may add to the gap is bounded: part₁ ÷ whole₁ − part₂ ÷ whole₂, each part between its
 * bounds. Those bounds are usual and not certain, as everywhere (rule R3).
 * @returns null where a place has nobody
 */
export function decomposeGap(first: Stratified, second: Stratified): Gap | null {
	if (first.whole <= 0 || second.whole <= 0) return null;
	const result: Gap = {
		gap: first.part / first.whole - second.part / second.whole,
		rates: 0,
		composition: 0,
		rest: 0,
		open: { low: 0, high: 0 },
		withheld: []
	};
	for (const key of keysOf(first, second)) {
		const [a, b] = [first, second].map((place) => groupOf(place, key));
		if (!a || !b) continue;
		if (a.rate === null || b.rate === null) {
			result.withheld.push(key);
			result.open.low += a.low - b.high;
			result.open.high += a.high - b.low;
			continue;
		}
		result.rates += ((a.rate - b.rate) * (a.weight + b.weight)) / 2;
		result.composition += ((a.weight - b.weight) * (a.rate + b.rate)) / 2;
	}
	result.rest = result.gap - result.rates - result.composition;
	return result;
}

function keysOf(...places: readonly Stratified[]): Set<string> {
	return new Set(places.flatMap(({ strata }) => strata.map(({ key }) => key)));
}

/** A group's rate and weight, and what it may add to its place's rate. A group that is not there is empty. */
function groupOf({ strata, whole }: Stratified, key: string) {
	const stratum = strata.find((one) => one.key === key);
	if (!stratum) return { rate: 0, weight: 0, low: 0, high: 0 };
	const { part, whole: size } = stratum;
	const known = part.value !== null && size.value !== null;
	return {
		rate: known ? (size.value ? (part.value ?? 0) / size.value : 0) : null,
		weight: (size.value ?? 0) / whole,
		low: (part.value ?? part.low) / whole,
		high: (part.value ?? part.high) / whole
	};
}
