/** A text as an SQL literal: for words of the reference and of closed lists. Other values are bound. */
export function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** A name as a quoted SQL identifier. */
export function identifier(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
