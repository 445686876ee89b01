const DIGITS = 16;
const HALF = 100_000_000;
const TENTH = HALF / 10;

/**
 * What may stand between two digits of one number: signs, the zero bytes of UTF-16, and the two bytes
 * of a fixed space in UTF-8.
 */
const SEPARATORS = new Set([..." .-/_'\0\u00a0\u00c2"].map((each) => each.charCodeAt(0)));
/** Separators in a row after which a number is another one. */
const APART = 2;

const ZERO = 0x30;

/**
 * Searches bytes for any of many 16-digit numbers at once, with or without separators between their
 * digits. Every window of 16 digits is looked up, so that numbers written one after another without
 * anything between them are found too.
 */
export class Needles {
	/** One bit for each possible first half: most windows end here. */
	readonly #begins = new Uint8Array(HALF / 8);
	readonly #index = new Map<number, Map<number, number>>();

	/** @throws RangeError where a needle is not 16 digits */
	constructor(needles: readonly string[]) {
		needles.forEach((needle, index) => {
			if (!/^\d{16}$/.test(needle)) throw new RangeError('A needle has 16 digits');
			const high = Number(needle.slice(0, 8));
			this.#begins[high >> 3] = (this.#begins[high >> 3] ?? 0) | (1 << (high & 7));
			const lows = this.#index.get(high) ?? new Map<number, number>();
			this.#index.set(high, lows.set(Number(needle.slice(8)), index));
		});
	}

	/** A search through bytes that come in pieces: each call goes on where the last one ended. */
	search(): (bytes: Uint8Array) => Set<number> {
		let [high, low, digits, gap] = [0, 0, 0, 0];
		return (bytes) => {
			const found = new Set<number>();
			for (const byte of bytes) {
				const digit = byte - ZERO;
				if (digit < 0 || digit > 9) {
					if (digits > 0 && (++gap > APART || !SEPARATORS.has(byte))) digits = 0;
					continue;
				}
				gap = 0;
				high = (high % TENTH) * 10 + Math.floor(low / TENTH);
				low = (low % TENTH) * 10 + digit;
				if (++digits < DIGITS || ((this.#begins[high >> 3] ?? 0) & (1 << (high & 7))) === 0)
					continue;
				const index = this.#index.get(high)?.get(low);
				if (index !== undefined) found.add(index);
			}
			return found;
		};
	}
}
