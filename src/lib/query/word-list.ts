/** A list of codes bound as one value, since a `?` takes no list: codes have no comma. */
export function wordList(words: readonly string[]): string {
	return words.join(',');
}

/** Whether a column's text is in the list bound to the `?`. */
export function inWordList(column: string): string {
	return `list_contains(string_split(?::VARCHAR, ','), ${column}::VARCHAR)`;
}
