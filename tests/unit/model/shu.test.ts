import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_RUPIAH, type ShuInput, shareOut, shareSurplus } from '$lib/model/shu';

/**
 * Reckoned by hand: of Rp100 million, 30% and 20% are set aside; 70% of the other Rp50 million is
 * shared by purchases (2 of 500 million) and 30% by savings (1 of 200 million).
 */
const KNOWN: ShuInput = {
	surplus: 100_000_000,
	reserve: 30,
	funds: 20,
	byPurchases: 70,
	allPurchases: 500_000_000,
	allSavings: 200_000_000,
	ownPurchases: 2_000_000,
	ownSavings: 1_000_000
};

const faultsOf = (more: Partial<ShuInput>) => {
	const outcome = shareSurplus({ ...KNOWN, ...more });
	return 'faults' in outcome ? outcome.faults : {};
};
const sharesOf = (input: ShuInput) => {
	const outcome = shareSurplus(input);
	if ('faults' in outcome) throw new Error(`refused: ${JSON.stringify(outcome.faults)}`);
	return outcome.shares;
};

describe('the surplus of a year', () => {
	it('is shared as by hand', () => {
		expect(sharesOf(KNOWN)).toEqual({
			reserve: 30_000_000,
			funds: 20_000_000,
			byPurchases: 35_000_000,
			bySavings: 15_000_000,
			ownByPurchases: 140_000,
			ownBySavings: 75_000,
			own: 215_000
		});
	});

	it('adds up to the rupiah where nothing divides evenly', () => {
		// 33.33% twice of Rp101 is 33.6633 and leaves 33.6734: the rupiah too many are rounded down.
		const shares = sharesOf({ ...KNOWN, surplus: 101, reserve: 33.33, funds: 33.33 });
		expect([shares.reserve, shares.funds]).toEqual([34, 33]);
		expect(shares.byPurchases + shares.bySavings).toBe(34);
	});

	it('may all be set aside, and then needs nothing to be shared by', () => {
		const shares = sharesOf({
			...KNOWN,
			reserve: 60,
			funds: 40,
			allPurchases: 0,
			allSavings: 0,
			ownPurchases: 0,
			ownSavings: 0
		});
		expect(shares).toMatchObject({ reserve: 60_000_000, funds: 40_000_000, own: 0 });
	});

	it('goes wholly by purchases where the meeting says so, without any savings', () => {
		const shares = sharesOf({ ...KNOWN, byPurchases: 100, allSavings: 0, ownSavings: 0 });
		expect(shares).toMatchObject({ bySavings: 0, own: 200_000 });
	});
});

describe('impossible input is refused at its field', () => {
	it.each<[string, Partial<ShuInput>, object]>([
		['a loss', { surplus: -1 }, { surplus: 'no_surplus' }],
		['nothing earned', { surplus: 0 }, { surplus: 'no_surplus' }],
		['half a rupiah', { ownSavings: 0.5 }, { ownSavings: 'not_whole' }],
		['no number', { allSavings: Number.NaN }, { allSavings: 'not_whole' }],
		['too much to reckon with', { surplus: MOST_RUPIAH + 1 }, { surplus: 'too_large' }],
		['less than nothing', { ownPurchases: -5 }, { ownPurchases: 'negative' }],
		['more than a hundred', { reserve: 101 }, { reserve: 'over_hundred' }],
		['together more than a hundred', { reserve: 60, funds: 41 }, { funds: 'over_hundred' }],
		['three decimals', { byPurchases: 33.333 }, { byPurchases: 'not_whole' }],
		[
			'nobody bought',
			{ allPurchases: 0, ownPurchases: 0 },
			{ allPurchases: 'nothing_to_share_by' }
		],
		['nobody saved', { allSavings: 0, ownSavings: 0 }, { allSavings: 'nothing_to_share_by' }],
		['one who saved more than all', { ownSavings: 200_000_001 }, { ownSavings: 'more_than_all' }]
	])('%s', (_, more, faults) => {
		expect(faultsOf(more)).toEqual(faults);
	});

	it('all faults are told at once', () => {
		expect(faultsOf({ surplus: 0, reserve: 150, ownSavings: -1 })).toEqual({
			surplus: 'no_surplus',
			reserve: 'over_hundred',
			ownSavings: 'negative'
		});
	});
});

const rupiah = (max = MOST_RUPIAH) => fc.integer({ min: 0, max });
const percent = (max = 10_000) => fc.integer({ min: 0, max }).map((hundredths) => hundredths / 100);
const inputs = fc
	.record({
		surplus: fc.integer({ min: 1, max: MOST_RUPIAH }),
		reserve: percent(5_000),
		funds: percent(5_000),
		byPurchases: percent(),
		allPurchases: fc.integer({ min: 1, max: MOST_RUPIAH }),
		allSavings: fc.integer({ min: 1, max: MOST_RUPIAH })
	})
	.chain((all) =>
		fc
			.record({ ownPurchases: rupiah(all.allPurchases), ownSavings: rupiah(all.allSavings) })
			.map((own): ShuInput => ({ ...all, ...own }))
	);

describe('of every possible surplus', () => {
	it('the parts are whole, none is negative, and together they are the surplus', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const shares = sharesOf(input);
				const { reserve, funds, byPurchases, bySavings } = shares;
				expect(reserve + funds + byPurchases + bySavings).toBe(input.surplus);
				for (const share of Object.values(shares)) {
					expect(Number.isSafeInteger(share)).toBe(true);
					expect(share).toBeGreaterThanOrEqual(0);
				}
				expect(shares.own).toBeLessThanOrEqual(byPurchases + bySavings);
			})
		);
	});

	it('who bought more never gets less', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				if (input.ownPurchases === input.allPurchases) return;
				const more = sharesOf({ ...input, ownPurchases: input.ownPurchases + 1 });
				expect(more.own).toBeGreaterThanOrEqual(sharesOf(input).own);
			})
		);
	});

	it('a share lies within a rupiah of its exact quota, and a division is complete', () => {
		const weights = fc.array(rupiah(), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(rupiah(), weights, (amount, given) => {
				const all = given.reduce((sum, weight) => sum + BigInt(weight), 0n);
				fc.pre(all > 0n);
				const shares = shareOut(amount, given);
				expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(amount));
				shares.forEach((share, nth) => {
					const apart = BigInt(share) * all - BigInt(amount) * BigInt(given[nth] ?? 0);
					expect(apart < all && apart > -all).toBe(true);
				});
			})
		);
	});

	it('equal remainders go to the first', () => {
		expect(shareOut(5, [1, 1])).toEqual([3, 2]);
		expect(() => shareOut(5, [0, 0])).toThrow(RangeError);
	});
});
