import type { WaitingBand } from '$lib/model';
import { type MedianWait, medianWait } from '$lib/model/statistics/waiting';
import {
	type Gap,
	type Stratified,
	type Stratum,
	decomposeGap,
	standardise
} from '$lib/model/statistics/standardise';
import type { Protection } from '$lib/protect/rounding';

/** Two made-up places, each by the same two groups. In each group the second has the higher rate. */
export const GAP_PLACES = [
	placeOf([25, 100], [135, 300]),
	placeOf([90, 300], [50, 100])
] as const satisfies readonly Stratified[];

/** People of a made-up move by their wait; the last band is withheld. */
export const WAIT_COUNTS = [
	['0-5', 20],
	['6-11', 40],
	['12-23', 60],
	['24-35', 20],
	['36+', null]
] as const satisfies readonly (readonly [WaitingBand, number | null])[];

/** What the gap of the made-up places is made of, and what their rates are at the mean of both mixes. */
export interface GapExample {
	gap: Gap;
	standardised: [first: number, second: number];
}

/** The example of a gap, worked out by what works out the site's own. */
export function gapExample(): GapExample {
	const [first, second] = GAP_PLACES;
	const gap = decomposeGap(first, second);
	const mean = new Map(
		first.strata.map(({ key, whole }, nth) => {
			const other = second.strata[nth]?.whole.value ?? 0;
			return [key, ((whole.value ?? 0) / first.whole + other / second.whole) / 2];
		})
	);
	const at = ({ strata }: Stratified) => standardise(strata, mean).share;
	const [one, other] = [at(first), at(second)];
	if (!gap || one === null || other === null)
		throw new Error('the example has a group without people');
	return { gap, standardised: [one, other] };
}

/** The example of a median wait, with the bounds and the threshold of a protection. */
export function waitExample({ threshold, bound }: Protection): MedianWait {
	const median = medianWait(Object.fromEntries(WAIT_COUNTS), threshold - 1, bound);
	if (median === null) throw new Error('the example has no people');
	return median;
}

function placeOf(...groups: readonly [part: number, whole: number][]): Stratified {
	const exact = (value: number) => ({ value, low: value, high: value });
	const strata = groups.map(([part, whole], nth): Stratum => ({
		key: String(nth + 1),
		part: exact(part),
		whole: exact(whole)
	}));
	const total = (at: 0 | 1) => groups.reduce((sum, group) => sum + group[at], 0);
	return { part: total(0), whole: total(1), strata };
}
