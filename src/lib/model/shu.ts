/**
 * How a cooperative's surplus of the year (sisa hasil usaha, SHU) is shared, in whole rupiah. After
 * Law 25 of 1992 on cooperatives, article 45: the surplus, less the reserve, goes to members by what
 * each has done with the cooperative, and to education and other needs; the members' meeting decides
 * how much goes where. The share by savings is the return on capital of article 5, which is to be limited.
 */

/** What the members' meeting has decided, and what a member has done. Amounts in whole rupiah. */
export interface ShuInput {
	surplus: number;
	/** Percent of the surplus, with at most two decimals. */
	reserve: number;
	/** Percent of the surplus for education, staff, social needs and whatever else was decided. */
	funds: number;
	/** Percent of the members' part that is shared by purchases; the rest is shared by savings. */
	byPurchases: number;
	allPurchases: number;
	allSavings: number;
	ownPurchases: number;
	ownSavings: number;
}

export type ShuField = keyof ShuInput;

export type ShuFault =
	/** Not a whole number of rupiah, or a percentage with more than two decimals. */
	| 'not_whole'
	| 'negative'
	| 'too_large'
	/** A loss, or nothing: there is nothing to share. */
	| 'no_surplus'
	/** More than a hundred percent, alone or together with the other. */
	| 'over_hundred'
	/** A part is shared by something of which there is none. */
	| 'nothing_to_share_by'
	/** One member has more than all members together. */
	| 'more_than_all';

export type ShuFaults = Partial<Record<ShuField, ShuFault>>;

/** Whole rupiah. `reserve + funds + byPurchases + bySavings` is the surplus, to the rupiah. */
export interface ShuShares {
	reserve: number;
	funds: number;
	byPurchases: number;
	bySavings: number;
	ownByPurchases: number;
	ownBySavings: number;
	own: number;
}

/** A thousand times a million million rupiah is more than any cooperative has, and still exact. */
export const MOST_RUPIAH = 1e15;

const AMOUNTS = ['surplus', 'allPurchases', 'allSavings', 'ownPurchases', 'ownSavings'] as const;
const PERCENTAGES = ['reserve', 'funds', 'byPurchases'] as const;

/** Percentages are reckoned in hundredths of a percent, so that they are whole numbers. */
const HUNDRED = 100_00;

/** The shares, or what is impossible in the input, by field. */
export function shareSurplus(input: ShuInput): { shares: ShuShares } | { faults: ShuFaults } {
	const faults = faultsOf(input);
	if (Object.keys(faults).length > 0) return { faults };
	const [reserve = 0, funds = 0, members = 0] = shareOut(
		input.surplus,
		rest(hundredths(input.reserve), hundredths(input.funds))
	);
	const [byPurchases = 0, bySavings = 0] = shareOut(members, rest(hundredths(input.byPurchases)));
	const ownByPurchases = ownPart(byPurchases, input.ownPurchases, input.allPurchases);
	const ownBySavings = ownPart(bySavings, input.ownSavings, input.allSavings);
	const own = ownByPurchases + ownBySavings;
	return {
		shares: { reserve, funds, byPurchases, bySavings, ownByPurchases, ownBySavings, own }
	};
}

/**
 * Shares an amount out by weights, in whole numbers that add up to it: each gets its quota rounded
 * down, and what is left goes one by one to the largest remainders, the earlier first among equals
 * (largest remainder method: Balinski and Young, Fair Representation, 1982).
 * @param amount whole, not negative
 * @param weights whole, not negative, not all zero
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
	const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
	if (all === 0n) throw new RangeError('nothing can be shared by weights that are all zero');
	const quotas = weights.map((weight, nth) => {
		const product = BigInt(amount) * BigInt(weight);
		return { nth, down: product / all, remainder: product % all };
	});
	const left = BigInt(amount) - quotas.reduce((sum, { down }) => sum + down, 0n);
	const next = [...quotas]
		.sort((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
		.slice(0, Number(left));
	const more = new Set(next.map(({ nth }) => nth));
	return quotas.map(({ nth, down }) => Number(down) + (more.has(nth) ? 1 : 0));
}

function ownPart(amount: number, own: number, all: number): number {
	return amount === 0 ? 0 : (shareOut(amount, [own, all - own])[0] ?? 0);
}

function rest(...parts: number[]): number[] {
	return [...parts, HUNDRED - parts.reduce((sum, part) => sum + part, 0)];
}

function hundredths(percent: number): number {
	return Math.round(percent * 100);
}

function faultsOf(input: ShuInput): ShuFaults {
	const faults: ShuFaults = {};
	for (const field of AMOUNTS) {
		const fault = amountFault(input[field]);
		if (fault) faults[field] = fault;
	}
	for (const field of PERCENTAGES) {
		const fault = percentageFault(input[field]);
		if (fault) faults[field] = fault;
	}
	const add = (field: ShuField, fault: ShuFault, holds: boolean) => {
		if (holds) faults[field] ??= fault;
	};
	// A loss is no slip of the pen: it is shared by nobody, and said in other words.
	if (input.surplus <= 0) faults.surplus = 'no_surplus';
	add('funds', 'over_hundred', !faults.reserve && input.reserve + input.funds > 100);
	const members = input.reserve + input.funds < 100;
	add(
		'allPurchases',
		'nothing_to_share_by',
		members && input.byPurchases > 0 && input.allPurchases === 0
	);
	add(
		'allSavings',
		'nothing_to_share_by',
		members && input.byPurchases < 100 && input.allSavings === 0
	);
	add('ownPurchases', 'more_than_all', input.ownPurchases > input.allPurchases);
	add('ownSavings', 'more_than_all', input.ownSavings > input.allSavings);
	return faults;
}

function amountFault(amount: number): ShuFault | null {
	if (amount < 0) return 'negative';
	if (amount > MOST_RUPIAH) return 'too_large';
	return Number.isInteger(amount) ? null : 'not_whole';
}

function percentageFault(percent: number): ShuFault | null {
	if (percent < 0) return 'negative';
	if (percent > 100) return 'over_hundred';
	const whole = Math.abs(percent * 100 - hundredths(percent)) < 1e-6;
	return whole ? null : 'not_whole';
}
