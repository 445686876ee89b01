import type { Interval } from './interval';
import { normalQuantile } from './normal';

/** A part of a whole, as published counts. */
export interface Counted {
	part: number;
	whole: number;
}

/**
 * Between which shares the chance behind a rate lies: Wilson's score interval (Wilson, "Probable
 * inference, the law of succession, and statistical inference", 1927; Newcombe, Statistics in Medicine
 * 17, 1998, method 3), widened by the noise of the protection. Its ends are the shares θ for which
 * (part ÷ whole − θ)² = z² (θ (1 − θ) ÷ whole + variance (1 + θ²) ÷ whole²); with variance 0 they are
 * Wilson's own.
 * @param counted a whole above 0; rounding may have left the part a little above it
 * @param level 0.95 for an interval of 95 percent
 * @param variance of the rounding of one count; 0 of a plain sample
 */
export function rateInterval({ part, whole }: Counted, level: number, variance = 0): Interval {
	const share = Math.min(1, part / whole);
	const z2 = normalQuantile((1 + level) / 2) ** 2;
	const noise = (z2 * variance) / (whole * whole);
	const square = 1 + z2 / whole - noise;
	const half = share + z2 / (2 * whole);
	const root = Math.sqrt(Math.max(0, half * half - square * (share * share - noise)));
	// A noise as large as the whole itself leaves everything open.
	if (square <= 0) return { low: 0, high: 1 };
	return { low: Math.max(0, (half - root) / square), high: Math.min(1, (half + root) / square) };
}

/**
 * Level of each of several intervals for all of them to hold at once with a level: independent ones
 * hold together with the product of their levels (Šidák).
 */
export function jointLevel(level: number, count: number): number {
	return level ** (1 / Math.max(1, count));
}
