/** Bytes in a block of SHA-256. */
const BLOCK = 64;

/** A key of HMAC-SHA-256, ready for SQL: RFC 2104's K ⊕ ipad and K ⊕ opad. */
export interface Pads {
	inner: Uint8Array;
	outer: Uint8Array;
}

/**
 * Pads of a key.
 * @param key at most 64 bytes; a longer one is hashed first by RFC 2104, by whoever holds it
 * @throws RangeError where the key is longer than a block
 */
export function padsOf(key: Uint8Array): Pads {
	if (key.length > BLOCK) throw new RangeError('A key of more than 64 bytes is hashed first');
	const inner = new Uint8Array(BLOCK).fill(0x36);
	const outer = new Uint8Array(BLOCK).fill(0x5c);
	key.forEach((byte, at) => {
		inner[at] = byte ^ 0x36;
		outer[at] = byte ^ 0x5c;
	});
	return { inner, outer };
}

/**
 * HMAC-SHA-256 as 64 hexadecimal digits (RFC 2104), composed of what DuckDB has without extensions.
 * @param message SQL of bytes
 * @param inner SQL of the inner pad: a parameter, so that no key stands in a statement
 * @param outer SQL of the outer pad
 */
export function hmacSql(message: string, inner: string, outer: string): string {
	return `sha256(${outer} || unhex(sha256(${inner} || ${message})))`;
}

/** Parameters under which the pads of both keys are bound. */
export const PAD_PARAMETERS = ['id_inner', 'id_outer', 'record_inner', 'record_outer'] as const;

/** First 64 bits of HMAC(K_id, digits): who a person or a family is, within one extract. */
export function personSql(digits: string): string {
	return `('0x' || substr(${hmacSql(`encode(${digits})`, '$id_inner', '$id_outer')}, 1, 16))::UBIGINT`;
}

/** First 16 bits of HMAC(K_rk, "rk/v1|" + digits), modulo 4096: the last 12 of them. */
export function recordKeySql(digits: string): string {
	const hash = hmacSql(`encode('rk/v1|' || ${digits})`, '$record_inner', '$record_outer');
	return `('0x' || substr(${hash}, 2, 3))::USMALLINT`;
}
