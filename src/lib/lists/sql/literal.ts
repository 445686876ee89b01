/** A text as a literal of SQL. The one place in this room where text becomes SQL. */
export function textLiteral(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** An identifier, quoted. */
export function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/** Bytes as a literal. */
export function blobLiteral(bytes: Uint8Array): string {
	return `unhex('${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}')`;
}
