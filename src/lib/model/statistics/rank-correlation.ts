/**
 * Spearman's rank correlation of pairs: Pearson's correlation of their ranks, where equal values
 * share the mean of their ranks. Source: Spearman, American Journal of Psychology 15(1), 1904.
 * @returns between -1 and 1; null for fewer than three pairs, or where one side is all equal
 */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
	if (pairs.length < 3) return null;
	const first = ranksOf(pairs.map(([value]) => value));
	const second = ranksOf(pairs.map(([, value]) => value));
	const mean = (pairs.length + 1) / 2;
	let both = 0;
	let one = 0;
	let other = 0;
	first.forEach((rank, at) => {
		const a = rank - mean;
		const b = (second[at] ?? mean) - mean;
		both += a * b;
		one += a * a;
		other += b * b;
	});
	return one === 0 || other === 0 ? null : both / Math.sqrt(one * other);
}

function ranksOf(values: readonly number[]): number[] {
	const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
	const ranks: number[] = [];
	for (let from = 0; from < order.length;) {
		let to = from;
		while (order[to + 1]?.value === order[from]?.value && to + 1 < order.length) to += 1;
		for (let at = from; at <= to; at += 1) ranks[order[at]?.at ?? 0] = (from + to) / 2 + 1;
		from = to + 1;
	}
	return ranks;
}
