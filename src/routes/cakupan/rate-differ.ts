import { differ } from '$lib/model/statistics/interval';
import { roundingVariance } from '$lib/model/statistics/noise';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import type { PlaceRate } from './rate-rows';

/** All intervals that are looked at hold together with this level. */
const LEVEL = 0.95;

/**
 * Whether two rates differ by more than chance and rounding allow. False where one has no value.
 * @param count how many rates they were picked out of
 * @param base to which counts are rounded
 */
export function clearlyDiffer(
	pair: readonly [
		Pick<PlaceRate, 'part' | 'whole'> | undefined,
		Pick<PlaceRate, 'part' | 'whole'> | undefined
	],
	count: number,
	base: number
): boolean {
	const level = jointLevel(LEVEL, count);
	const variance = roundingVariance(base);
	const intervals = pair.flatMap((row) =>
		row && row.part.value !== null && row.whole.value !== null
			? [rateInterval({ part: row.part.value, whole: row.whole.value }, level, variance)]
			: []
	);
	const [a, b] = intervals;
	return a !== undefined && b !== undefined && differ(a, b);
}
