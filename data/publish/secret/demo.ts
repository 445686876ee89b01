import { createHash } from 'node:crypto';
import { SECRET_BYTES } from './keys';

/**
 * First eight bytes of every demo secret. Anyone can derive a demo secret from its seed, so figures
 * made with one are not protected at all; a mark in the secret itself, and not in a note beside it,
 * lets a run over real lists refuse it however it was passed on. A random secret begins with these
 * bytes once in 2^64.
 */
const MARK = new TextEncoder().encode('DEMO/v1:');

/** The secret of a demo population: the same for the same seed, and marked as one. */
export function demoSecret(seed: string): Uint8Array {
	const rest = createHash('sha256').update(`pantau/demo/v1|${seed}`).digest();
	return Uint8Array.from([...MARK, ...rest.subarray(0, SECRET_BYTES - MARK.length)]);
}

/** True for every secret that `demoSecret` made. Real lists are never linked with one. */
export function isDemoSecret(secret: Uint8Array): boolean {
	return MARK.every((byte, index) => secret[index] === byte);
}
