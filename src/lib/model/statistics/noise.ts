/**
 * Variance that keyed random rounding adds to a count. A count with remainder r modulo the base b goes
 * up by b − r with probability r ÷ b and down by r otherwise: unbiased, with variance r (b − r). Over
 * remainders that are equally common the mean of r (b − r) is (b² − 1) ÷ 6: 4 for base 5.
 * @param base a whole number from 1; 1 is no rounding
 */
export function roundingVariance(base: number): number {
	return (base * base - 1) / 6;
}

/**
 * Variance that the rounding of both counts adds to a rate, as a share: by the delta method
 * (1 + share²) × variance ÷ whole². The two counts are rounded by keys of their own, hence the sum.
 * @param variance of one count, from {@link roundingVariance}
 */
export function rateNoise(share: number, whole: number, variance: number): number {
	return (variance * (1 + share * share)) / (whole * whole);
}
