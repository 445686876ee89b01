import type { Rule } from '../publish';
import { type Protection, ROUNDING } from '../rounding';

/** What the checks need to know of a rule: they follow from the table where one stands in for it. */
export interface RuleFigures extends Protection {
	/** Mean square of the error of a published count. */
	variance: number;
	/** The most that a count may be whose protected figure is under the threshold. */
	roof: number;
	/** The built-in rule, whose chances are known for each remainder. */
	builtIn: boolean;
}

/**
 * A remainder r is rounded with variance r (base − r); over all remainders alike that comes to
 * (base² − 1) ÷ 6. A count of at least the threshold is never rounded to less, since the threshold
 * is a multiple of the base; a table may take as much as its bound from it.
 */
export function figuresOfRule(rule: Rule): RuleFigures {
	const { base, threshold, bound } = ROUNDING;
	if (rule.kind === 'rounding')
		return {
			base,
			threshold,
			bound,
			variance: (base ** 2 - 1) / 6,
			roof: threshold - 1,
			builtIn: true
		};
	const { table } = rule;
	const squares = table.values.reduce((sum, change) => sum + change ** 2, 0);
	return {
		base: table.base,
		threshold,
		bound: table.bound,
		variance: squares / table.values.length,
		roof: threshold - 1 + table.bound,
		builtIn: false
	};
}

/** The same from what a manifest states. */
export function figuresStated(stated: Protection & { method?: string }): RuleFigures {
	const { base, threshold, bound } = stated;
	const builtIn = stated.method !== 'perturbation_table';
	return {
		base,
		threshold,
		bound,
		variance: (base ** 2 - 1) / 6,
		roof: builtIn ? threshold - 1 : threshold - 1 + bound,
		builtIn
	};
}
