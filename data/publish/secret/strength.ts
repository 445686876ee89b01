/** Why a secret can be guessed. */
export type Weakness = 'few_values' | 'repeats' | 'counts' | 'text' | 'decimal';

/**
 * Fewest different bytes among 32. Random bytes have 30 on average; fewer than 16 happen less than
 * once in 10^9 secrets.
 */
const FEWEST_VALUES = 16;
/** Equal steps between neighbours from which bytes count up or down. Random bytes reach 3. */
const EQUAL_STEPS = 16;

/**
 * A sign that 32 bytes were not drawn at random, or null. It cannot prove that they were: what looks
 * random may still be known to others.
 */
export function weaknessOf(secret: Uint8Array): Weakness | null {
	const bytes = [...secret];
	if (repeats(bytes)) return 'repeats';
	if (counts(bytes)) return 'counts';
	if (new Set(bytes).size < FEWEST_VALUES) return 'few_values';
	if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return 'text';
	// Hexadecimal without a letter: numbers of people, cards or phones written one after another.
	if (bytes.every((byte) => byte >> 4 < 10 && (byte & 15) < 10)) return 'decimal';
	return null;
}

function repeats(bytes: readonly number[]): boolean {
	for (let period = 1; period <= bytes.length / 2; period++)
		if (bytes.every((byte, at) => at < period || byte === bytes[at - period])) return true;
	return false;
}

function counts(bytes: readonly number[]): boolean {
	const steps = new Map<number, number>();
	bytes.forEach((byte, at) => {
		const before = bytes[at - 1];
		if (before === undefined) return;
		const step = (byte - before + 256) % 256;
		steps.set(step, (steps.get(step) ?? 0) + 1);
	});
	return Math.max(0, ...steps.values()) >= EQUAL_STEPS;
}
