/** Chances below this are left out: they change no limit in the digits of a double. */
const NOTHING = 1e-18;

/**
 * Where a binomial proportion stays below with a probability, interpolated between whole counts
 * (Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24,
 * 2005, appendix A.1.1): with r the smallest count for which P(R ≤ r) ≥ p,
 * (r − (P(R ≤ r) − p) ÷ P(R = r)) ÷ size. Exact for any size: the chances are built up from the
 * likeliest count outwards, without factorials.
 * @param size number of trials, a whole number from 1
 * @param share chance of each, from 0 to 1
 * @param probabilities rising, each strictly between 0 and 1
 * @returns proportions from 0 to 1, one for each probability
 */
export function binomialQuantiles(
	size: number,
	share: number,
	probabilities: readonly number[]
): number[] {
	if (share <= 0 || share >= 1) return probabilities.map(() => Math.min(1, Math.max(0, share)));
	const { first, weights, total } = chances(size, share);
	let index = 0;
	let before = 0;
	return probabilities.map((probability) => {
		const wanted = probability * total;
		let weight = weights[index] ?? 0;
		while (before + weight < wanted && index < weights.length - 1) {
			before += weight;
			index += 1;
			weight = weights[index] ?? 0;
		}
		const over = (before + weight - wanted) / weight;
		return Math.min(1, Math.max(0, (first + index - over) / size));
	});
}

/** Chances of all counts that are not next to impossible, in units of the likeliest. */
function chances(size: number, share: number) {
	const mode = Math.min(size, Math.floor((size + 1) * share));
	const odds = share / (1 - share);
	const down: number[] = [];
	for (let count = mode, weight = 1; count > 0; count -= 1) {
		weight *= count / ((size - count + 1) * odds);
		if (weight < NOTHING) break;
		down.push(weight);
	}
	const up: number[] = [];
	for (let count = mode, weight = 1; count < size; count += 1) {
		weight *= ((size - count) * odds) / (count + 1);
		if (weight < NOTHING) break;
		up.push(weight);
	}
	const weights = [...down.reverse(), 1, ...up];
	return {
		first: mode - down.length,
		weights,
		total: weights.reduce((sum, weight) => sum + weight, 0)
	};
}
