import { hkdfSync } from 'node:crypto';

/** Bytes of a secret, and of each key derived from it. */
export const SECRET_BYTES = 32;

export interface Keys {
	/** For the identifiers of people and families. */
	id: Uint8Array;
	/** For the record keys that decide the rounding. */
	record: Uint8Array;
}

/**
 * HKDF with SHA-256 (RFC 5869).
 * @param input keying material, at least as random as what comes out
 * @param info what the result is for; another info gives an unrelated result
 * @param length bytes wanted, at most 8160
 */
export function hkdfSha256(
	input: Uint8Array,
	salt: Uint8Array,
	info: Uint8Array,
	length: number
): Uint8Array {
	return new Uint8Array(hkdfSync('sha256', input, salt, info, length));
}

/**
 * The two keys of one secret. They are unrelated to each other: who learns one of them knows neither
 * the other nor the secret.
 * @param secret 32 bytes
 * @returns two keys of 32 bytes, always the same for the same secret
 * @throws RangeError where the secret has another length
 */
export function deriveKeys(secret: Uint8Array): Keys {
	if (secret.length !== SECRET_BYTES)
		throw new RangeError(`A secret has ${SECRET_BYTES} bytes, not ${secret.length}`);
	// No salt: it would have to be kept beside the secret, and the secret is random already.
	const key = (info: string) =>
		hkdfSha256(secret, new Uint8Array(), new TextEncoder().encode(info), SECRET_BYTES);
	return { id: key('pantau/id/v1'), record: key('pantau/record/v1') };
}
