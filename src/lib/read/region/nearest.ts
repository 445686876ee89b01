/**
 * Edit distance with neighbouring letters swapped counted as one (optimal string alignment),
 * source: Damerau, CACM 7(3), 1964; Levenshtein, 1966.
 */
function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(
				(above[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(above[j - 1] ?? 0) + change
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, (before[j - 2] ?? 0) + 1);
			row.push(least);
		}
		before = above;
		above = row;
	}
	return above[b.length] ?? 0;
}

/**
 * The entries nearest in spelling, nearest first; none further than a third of the text's length
 * (two letters at least), for a far candidate misleads more than none.
 */
export function nearest<T>(
	text: string,
	entries: readonly T[],
	spelling: (entry: T) => string,
	most: number
): T[] {
	const limit = Math.max(2, Math.floor(text.length / 3));
	return entries
		.map((entry) => ({ entry, distance: editDistance(text, spelling(entry)) }))
		.filter(({ distance }) => distance <= limit)
		.sort((a, b) => a.distance - b.distance)
		.slice(0, most)
		.map(({ entry }) => entry);
}
