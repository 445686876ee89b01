import type { RegionCode } from './region';

/** A place and the number by which others are like it. */
export interface Comparable {
	code: RegionCode;
	value: number;
}

/**
 * The places nearest to one in the order of a number: as many of the next lower as of the next
 * higher, and more of one side where the other ends. Nearness is by rank, so that it means the same
 * in the crowded middle and at the thin ends. Equal values stand in the order of their codes.
 * @param count how many peers, of all but the place itself
 * @returns codes from the lowest value to the highest; none where the place has no value
 */
export function peersOf(
	place: RegionCode,
	all: readonly Comparable[],
	count: number
): RegionCode[] {
	const order = [...all].sort((a, b) => a.value - b.value || (a.code < b.code ? -1 : 1));
	const at = order.findIndex(({ code }) => code === place);
	if (at < 0) return [];
	const size = Math.min(count + 1, order.length);
	const first = Math.max(0, Math.min(at - Math.floor(count / 2), order.length - size));
	return order
		.slice(first, first + size)
		.map(({ code }) => code)
		.filter((code) => code !== place);
}

/** Place of a value among all, the lowest being first; equal values share the better one. */
export function positionOf(
	place: RegionCode,
	all: readonly Comparable[]
): { position: number; total: number } | null {
	const own = all.find(({ code }) => code === place);
	if (!own) return null;
	return { position: 1 + all.filter(({ value }) => value < own.value).length, total: all.length };
}
