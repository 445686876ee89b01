/**
 * sha256 in lower-case hexadecimal. Browsers offer theirs only over https and on localhost; an
 * office's plain http server gets a slower one, loaded only there.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
	const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
	const digest = subtle
		? new Uint8Array(await subtle.digest('SHA-256', bytes as BufferSource))
		: (await import('@noble/hashes/sha2.js')).sha256(bytes);
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
