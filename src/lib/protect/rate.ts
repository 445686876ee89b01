import type { Protection } from './rounding';

/**
 * A rate of two protected counts, as shares of 1, with the bounds that rounding leaves (rule R3).
 * `below`: the part is withheld, so that only an upper end is known. It is usual and not certain:
 * the audit may also withhold a larger part.
 */
export type Rate =
	| { kind: 'between'; share: number; low: number; high: number }
	| { kind: 'below'; high: number }
	/** The whole is too small, or not published: no rate is made of it. */
	| { kind: 'none' };

/**
 * The rate of a part to its whole.
 * @param part published count, or null where it is withheld; never for one that is late or missing
 * @param whole published count, or null where there is none
 */
export function rateOf(
	part: number | null,
	whole: number | null,
	protection: Protection & { smallestDenominator: number }
): Rate {
	const { bound, threshold, smallestDenominator } = protection;
	if (whole === null || whole < smallestDenominator) return { kind: 'none' };
	if (part === null) return { kind: 'below', high: atMostAll((threshold - 1) / (whole - bound)) };
	return {
		kind: 'between',
		// Both are rounded on their own: a part that is nearly the whole may come out above it.
		share: atMostAll(part / whole),
		low: Math.max(0, (part - bound) / (whole + bound)),
		high: atMostAll((part + bound) / (whole - bound))
	};
}

function atMostAll(share: number): number {
	return Math.min(1, share);
}
