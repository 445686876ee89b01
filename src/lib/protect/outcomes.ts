import { KEY_SPACE, ROUNDING, roundCount } from './rounding';

/** What a count may become, and by how many of the {@link KEY_SPACE} keys it does. */
export interface Outcome {
	rounded: number;
	keys: number;
	/** Share of all keys, from 0 to 1. */
	chance: number;
	/** False where it stays below the threshold: then nothing is published. */
	published: boolean;
}

/**
 * All that a count of so many people may become, lowest first: every key is tried.
 * @param n a whole number from 0
 */
export function outcomesOf(n: number): Outcome[] {
	const found = new Map<number, number>();
	for (let key = 0; key < KEY_SPACE; key++) {
		const rounded = roundCount(n, key);
		found.set(rounded, (found.get(rounded) ?? 0) + 1);
	}
	return [...found]
		.map(([rounded, keys]) => ({
			rounded,
			keys,
			chance: keys / KEY_SPACE,
			published: rounded >= ROUNDING.threshold
		}))
		.sort((a, b) => a.rounded - b.rounded);
}
