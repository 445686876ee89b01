/**
 * Keyed random rounding to base 5 with a threshold of 10. The noise of a cell is decided by the sum
 * of its people's record keys, so the same people have the same noise wherever and whenever they
 * are counted (the cell key method: Fraser and Wooton, "A proposed method for confidentialising
 * tabular output to protect against differencing", 2005; unbiased random rounding: Hundepool et
 * al., "Statistical Disclosure Control", 2012, section 5.4).
 */
export interface Protection {
	/** Every published count is a multiple of it. */
	base: number;
	/** Smallest published count, and fewest families behind one. */
	threshold: number;
	/** A published count differs from the true one by so many at most. */
	bound: number;
}

export const ROUNDING: Protection = { base: 5, threshold: 10, bound: 4 };

/** Record keys, and their sums, are numbers below this one. */
export const KEY_SPACE = 4096;

/**
 * The rounded count, before the threshold.
 * @param n distinct people, a whole number from 0
 * @param key sum of their record keys, modulo {@link KEY_SPACE}
 */
export function roundCount(n: number, key: number): number {
	const rest = n % ROUNDING.base;
	const up = key * ROUNDING.base < KEY_SPACE * rest;
	return n - rest + (up ? ROUNDING.base : 0);
}

/** {@link roundCount} in SQL. @param n @param key SQL of whole numbers */
export function roundSql(n: string, key: string): string {
	const { base } = ROUNDING;
	return `(${n} - ${n} % ${base} + CASE WHEN ${key} * ${base} < ${KEY_SPACE} * (${n} % ${base})
		THEN ${base} ELSE 0 END)`;
}

/** Between which whole numbers the true count of a published one lies. */
export function boundsOf(published: number, protection: Protection = ROUNDING): [number, number] {
	return [published - protection.bound, published + protection.bound];
}
