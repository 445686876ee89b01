import { literal } from '$lib/engine/quote';
import { createHash } from 'node:crypto';

/**
 * Chance without chance: every draw is a hash of a person's key and the name of what is drawn, so
 * that it is the same in any order, part and number of threads, and two draws of one person have
 * nothing to do with each other.
 */

/** 64 bits for a text. */
export function bitsOf(text: string): bigint {
	return createHash('sha256').update(text).digest().readBigUInt64BE();
}

/** A number in [0, 1) for a text, for what is drawn once for a region. */
export function drawOnce(text: string): number {
	return Number(bitsOf(text) >> 11n) / 2 ** 53;
}

/** SQL: 64 bits (UBIGINT) for a key of 64 bits and the name of a draw. DuckDB's hash mixes what xor does not. */
export function key(from: string, name: string): string {
	return `hash(xor(${from}, ${bitsOf(name)}::UBIGINT))`;
}

/** SQL: a number in [0, 1). */
export function draw(from: string, name: string): string {
	return `((${key(from, name)} >> 11)::DOUBLE / 9007199254740992.0)`;
}

/** SQL: a whole number from `least` to `most`; both may be SQL. */
export function whole(from: string, name: string, least: number | string, most: number | string) {
	return `(${least} + floor(${draw(from, name)} * (${most} - (${least}) + 1)))::INTEGER`;
}

/** SQL: nearly normal with mean 0 and deviation 1, and never beyond 3. */
export function normal(from: string, name: string): string {
	const parts = ['a', 'b', 'c'].map((part) => draw(from, `${name} ${part}`));
	return `(2 * (${parts.join(' + ')}) - 3)`;
}

/** SQL: rupiah around a median, with a long tail, in steps (BIGINT). */
export function rupiah(from: string, name: string, median: number | string, spread: number) {
	return `(greatest(1, round(${median} * exp(${spread} * ${normal(from, name)}) / 500))::BIGINT * 500)`;
}

/** One span of whole numbers and the share of the draws that fall into it. */
export type Band = readonly [least: number, most: number, share: number];

/** SQL: a whole number drawn from bands; the last band takes what the shares leave over. */
export function banded(from: string, name: string, bands: readonly Band[]): string {
	const chance = draw(from, name);
	let below = 0;
	const cases = bands.map(([least, most, share], index) => {
		const within = `(${least} + floor((${chance} - ${below}) / ${share} * ${most - least + 1}))`;
		below = Number((below + share).toFixed(6));
		const value = `least(${most}, ${within})::INTEGER`;
		return index === bands.length - 1 ? `ELSE ${value}` : `WHEN ${chance} < ${below} THEN ${value}`;
	});
	return `(CASE ${cases.join(' ')} END)`;
}

/** SQL: one of several SQL values by weight; what the weights leave over gives NULL. */
export function weighted(
	from: string,
	name: string,
	values: readonly (readonly [string, number])[]
) {
	const chance = draw(from, name);
	let below = 0;
	const cases = values.map(([value, weight]) => {
		below = Number((below + weight).toFixed(6));
		return `WHEN ${chance} < ${below} THEN ${value}`;
	});
	return `(CASE ${cases.join(' ')} END)`;
}

/** SQL: one of several texts, each as likely. */
export function oneOf(from: string, name: string, texts: readonly string[]): string {
	const list = texts.map(literal).join(', ');
	return `([${list}])[1 + (${key(from, name)} % ${texts.length})::INTEGER]`;
}
