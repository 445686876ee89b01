import type { Interval } from './interval';

/** First and last rank that a place may have; 1 is the first. */
export type RankRange = readonly [first: number, last: number];

/**
 * The ranks that each place may have, given between which values it lies (Klein, Wright and Wieczorek,
 * "A joint confidence region for an overall ranking of populations", Journal of the Royal Statistical
 * Society C 69, 2020, 589-606): the first is 1 + the number that surely stand before it, the last the
 * number of all less those that surely stand after it. Where the intervals hold together with a level
 * (`jointLevel`), so do the ranks. The range that a place has alone is never empty: true values inside
 * the intervals, in any order, give ranks inside the ranges.
 * @param intervals null where nothing is known of a place: it has no range and takes no rank
 * @param order which value has rank 1
 */
export function rankRanges(
	intervals: readonly (Interval | null)[],
	order: 'highest' | 'lowest' = 'highest'
): (RankRange | null)[] {
	const known = intervals.filter((interval) => interval !== null);
	const highest = order === 'highest';
	return intervals.map((own) => {
		if (own === null) return null;
		let above = 0;
		let below = 0;
		for (const other of known) {
			if (other.low > own.high) above += 1;
			if (other.high < own.low) below += 1;
		}
		return highest ? [1 + above, known.length - below] : [1 + below, known.length - above];
	});
}
