/** Bytes as a literal. */
export function blobLiteral(bytes: Uint8Array): string {
	return `unhex('${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}')`;
}
