/** A group with its people and what they got, each with the least and the most that it may truly be. */
export interface ConcentrationGroup {
	people: Bounded;
	amount: Bounded;
}

interface Bounded {
	value: number;
	low: number;
	high: number;
}

export interface Concentration {
	/**
	 * From -1 (all goes to the poorest) to 1 (all to the best off); 0 where each group gets as much a
	 * head as any other.
	 */
	index: number;
	low: number;
	high: number;
}

/**
 * The concentration index of an amount over groups in the order of welfare, the poorest first, for
 * grouped data: twice the sum of each group's share of the amount times its middle rank, less one,
 * which is the sum of p(t)L(t+1) - p(t+1)L(t) (Kakwani, Wagstaff and van Doorslaer, Journal of
 * Econometrics 77, 1997; Fuller and Lury, 1977, as in O'Donnell and others, Analyzing Health Equity
 * Using Household Survey Data, World Bank 2008, chapter 8).
 *
 * The bounds hold for every combination of true counts and amounts within theirs. They are wider
 * than need be: counts and amounts are let go to their ends independently.
 * @returns null for fewer than two groups, or where nothing was given
 */
export function concentration(groups: readonly ConcentrationGroup[]): Concentration | null {
	const all = groups.reduce((sum, { amount }) => sum + amount.low, 0);
	if (groups.length < 2 || !(all > 0)) return null;
	const ranks = groups.map((_, nth) => rankOf(groups, nth));
	const index = weighted(
		groups.map(({ amount }, nth) => ({ amount: amount.value, rank: ranks[nth]?.value ?? 0 }))
	);
	return {
		index,
		low: extreme(
			groups,
			ranks.map(({ low }) => low),
			'low'
		),
		high: extreme(
			groups,
			ranks.map(({ high }) => high),
			'high'
		)
	};
}

function weighted(parts: readonly { amount: number; rank: number }[]): number {
	const amount = parts.reduce((sum, part) => sum + part.amount, 0);
	return (2 * parts.reduce((sum, part) => sum + part.amount * part.rank, 0)) / amount - 1;
}

/** Middle rank of a group among all people, as a share of them. */
function rankOf(groups: readonly ConcentrationGroup[], nth: number): Bounded {
	const sum = (part: readonly ConcentrationGroup[], end: keyof Bounded) =>
		part.reduce((people, group) => people + group.people[end], 0);
	const [before, own, after] = [groups.slice(0, nth), groups[nth], groups.slice(nth + 1)];
	const rank = (below: keyof Bounded, above: keyof Bounded, middle: keyof Bounded) => {
		const half = (own?.people[middle] ?? 0) / 2;
		const under = sum(before, below) + half;
		return under / (under + half + sum(after, above));
	};
	// More people in the group itself draw its rank towards the middle: which end is lower depends.
	return {
		value: rank('value', 'value', 'value'),
		low: Math.min(rank('low', 'high', 'low'), rank('low', 'high', 'high')),
		high: Math.max(rank('high', 'low', 'low'), rank('high', 'low', 'high'))
	};
}

/**
 * The end of the index for fixed ranks: it is a ratio of sums, so that it is reached with all amounts
 * at one end up to some rank, and at the other from there on.
 */
function extreme(
	groups: readonly ConcentrationGroup[],
	ranks: readonly number[],
	end: 'low' | 'high'
): number {
	const sorted = groups
		.map(({ amount }, nth) => ({ amount, rank: ranks[nth] ?? 0 }))
		.sort((a, b) => a.rank - b.rank);
	const [first, second] = end === 'high' ? (['low', 'high'] as const) : (['high', 'low'] as const);
	const found = Array.from({ length: sorted.length + 1 }, (_, turn) =>
		weighted(
			sorted.map(({ amount, rank }, nth) => ({ amount: amount[nth < turn ? first : second], rank }))
		)
	);
	const most = end === 'high' ? Math.max(...found) : Math.min(...found);
	return Math.max(-1, Math.min(1, most));
}
