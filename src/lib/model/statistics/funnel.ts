import { binomialQuantiles } from './binomial';
import { rateNoise } from './noise';
import { normalQuantile } from './normal';
import type { Counted } from './rate-interval';

/** Where a rate stands: beyond the limits of 95 percent, or far beyond, those of 99.8 percent too. */
export const FUNNEL_POSITIONS = ['far_below', 'below', 'within', 'above', 'far_above'] as const;
export type FunnelPosition = (typeof FUNNEL_POSITIONS)[number];

/** Shares between which a rate of a size stays by chance. */
export interface FunnelLimits {
	/** 99.8 percent: one in a thousand lies beyond each side. */
	outer: { low: number; high: number };
	/** 95 percent. */
	inner: { low: number; high: number };
}

/** What all rates share: their common mean, and how far they spread beyond chance. */
export interface Funnel {
	/** All parts together over all wholes together. */
	mean: number;
	/**
	 * Φ: how many times the variance exceeds that of chance and rounding; never below 1. Null where
	 * rates are too few to tell: then the limits are those of chance and rounding alone.
	 */
	dispersion: number | null;
	limits(whole: number): FunnelLimits;
	positionOf(counted: Counted): FunnelPosition;
}

const TAILS = [0.001, 0.025, 0.975, 0.999];

/** Share of the rates at each end that are drawn in before the spread is measured. */
export const WINSORISED = 0.1;

/** Fewer rates have no tenth to draw in, and one that is far off would widen the limits about itself. */
export const FEWEST = 10;

/**
 * Limits of a funnel plot of proportions (Spiegelhalter, "Funnel plots for comparing institutional
 * performance", Statistics in Medicine 24, 2005, 1185-1202). The limits of chance are interpolated
 * binomial ones at every size (its appendix A.1.1), so that small places are judged rightly too. To
 * the squared distance of a limit from the mean comes z² times the variance of the protection's
 * rounding ({@link rateNoise}), and both are multiplied by Φ where rates spread more than that
 * (its section on overdispersion): the mean of the squared z-scores, of which the highest and the
 * lowest tenth are set to the next of them (winsorised). Of fewer than ten rates it is not taken.
 * @param rates published counts with a whole above 0
 * @param variance of the rounding of one count; 0 where counts are exact
 * @returns null where there is nothing to compare: fewer than two rates, or nobody in any part
 */
export function funnelOf(rates: readonly Counted[], variance = 0): Funnel | null {
	const parts = rates.reduce((sum, { part }) => sum + part, 0);
	const wholes = rates.reduce((sum, { whole }) => sum + whole, 0);
	if (rates.length < 2 || wholes <= 0 || parts <= 0) return null;
	const mean = Math.min(1, parts / wholes);
	const scores = rates.map(({ part, whole }) => {
		const spread = (mean * (1 - mean)) / whole + rateNoise(mean, whole, variance);
		return spread === 0 ? 0 : (part / whole - mean) / Math.sqrt(spread);
	});
	const dispersion = rates.length < FEWEST ? null : Math.max(1, dispersionOf(scores));
	const limits = (whole: number): FunnelLimits => {
		const chance = binomialQuantiles(Math.round(whole), mean, TAILS);
		const noise = rateNoise(mean, whole, variance);
		const [outerLow = 0, innerLow = 0, innerHigh = 1, outerHigh = 1] = chance.map((limit, tail) => {
			const z = normalQuantile(TAILS[tail] ?? 0.5);
			const distance = Math.sqrt((dispersion ?? 1) * ((limit - mean) ** 2 + z * z * noise));
			return Math.min(1, Math.max(0, mean + Math.sign(z) * distance));
		});
		return {
			outer: { low: outerLow, high: outerHigh },
			inner: { low: innerLow, high: innerHigh }
		};
	};
	return {
		mean,
		dispersion,
		limits,
		positionOf: ({ part, whole }) => position(part / whole, limits(whole))
	};
}

function position(share: number, { outer, inner }: FunnelLimits): FunnelPosition {
	if (share > outer.high) return 'far_above';
	if (share < outer.low) return 'far_below';
	if (share > inner.high) return 'above';
	return share < inner.low ? 'below' : 'within';
}

/** Mean of the squared z-scores after winsorising; 1 is what chance alone gives. */
export function dispersionOf(scores: readonly number[]): number {
	const sorted = [...scores].sort((a, b) => a - b);
	const cut = Math.floor(sorted.length * WINSORISED);
	const low = sorted[cut] ?? 0;
	const high = sorted[sorted.length - 1 - cut] ?? 0;
	const squares = sorted.map((score) => Math.min(high, Math.max(low, score)) ** 2);
	return squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length);
}
