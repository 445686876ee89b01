import type { CubeId } from '../cubes';
import type { RuleFigures } from './rule';
import { viewName } from './views';

/** Fewer cells with a remainder say nothing about chances. */
const FEWEST_CELLS = 50;
/** Standard errors that the mean may stand from 0, and the least chance of the numbers rounded up. */
const MOST_ERRORS = 4;
const LEAST_CHANCE = 0.001;

/**
 * Cells that share nobody, by remainder: the finest cells of K4 in regencies, of the one measure and
 * year that has most of them. Columns `rest`, `cells`, `up`, `error` (sum of pub − n) and `square`.
 * @param levels SQL of a table (region, level)
 */
export function biasSql({ base }: RuleFigures, levels: string): string {
	return `WITH fine AS (
			SELECT measure, year, n, pub FROM ${viewName('k4')}
			WHERE decile <> '*' AND sex <> '*' AND age <> '*'
				AND region IN (SELECT region::VARCHAR FROM ${levels} WHERE level = 'regency')),
		chosen AS (SELECT measure, year FROM fine GROUP BY ALL ORDER BY count(*) DESC, measure, year LIMIT 1)
		SELECT (n % ${base})::INTEGER AS rest, count(*) AS cells, count(*) FILTER (pub > n) AS up,
			sum(pub - n)::BIGINT AS error, sum((pub - n) * (pub - n))::BIGINT AS square
		FROM fine JOIN chosen USING (measure, year) GROUP BY ALL ORDER BY ALL`;
}

export interface Remainder {
	rest: number;
	cells: number;
	up: number;
	error: number;
	square: number;
}

export interface Bias {
	cells: number;
	mean: number;
	/** Distance of the mean from 0, in standard errors. */
	errors: number;
	/** Chance of such numbers or less likely ones, by χ². */
	chance: number;
	verdict: boolean | null;
}

/**
 * Chance that χ² with an even number of degrees of freedom exceeds a value: e^(−x/2) Σ (x/2)^k / k!
 * for k below half of them (Abramowitz and Stegun, 26.4.5).
 */
export function chiSquareTail(value: number, degrees: number): number {
	let term = 1;
	let sum = 1;
	for (let k = 1; k < degrees / 2; k++) {
		term *= value / 2 / k;
		sum += term;
	}
	return Math.exp(-value / 2) * sum;
}

/**
 * Check 3. The built-in rule rounds a remainder r up with chance r ÷ base, so that the error has mean
 * 0 and variance r (base − r): the mean is held against the standard error that follows, and the
 * numbers rounded up against their chances, one degree of freedom for each remainder but 0. A table
 * has its own chances; there the mean is held against the spread of the errors themselves.
 */
export function biasOf(remainders: readonly Remainder[], { base, builtIn }: RuleFigures): Bias {
	const total = (of: (one: Remainder) => number) =>
		remainders.reduce((sum, one) => sum + of(one), 0);
	const cells = total((one) => one.cells);
	const error = total((one) => one.error);
	const variance = builtIn
		? total(({ rest, cells: n }) => n * rest * (base - rest))
		: total((one) => one.square);
	const rounded = builtIn ? remainders.filter(({ rest }) => rest !== 0) : [];
	const square = rounded.reduce((sum, { rest, cells: n, up }) => {
		const chance = rest / base;
		return sum + (up - n * chance) ** 2 / (n * chance * (1 - chance));
	}, 0);
	const errors = variance === 0 ? 0 : Math.abs(error) / Math.sqrt(variance);
	// An odd number of degrees, where a remainder never occurs, is judged as one more: less strictly.
	const chance =
		rounded.length === 0 ? 1 : chiSquareTail(square, rounded.length + (rounded.length % 2));
	const moved = builtIn ? rounded.reduce((sum, one) => sum + one.cells, 0) : cells;
	return {
		cells,
		mean: cells === 0 ? 0 : error / cells,
		errors,
		chance,
		verdict: moved >= FEWEST_CELLS ? errors <= MOST_ERRORS && chance > LEAST_CHANCE : null
	};
}

/**
 * Check 5: sets of people whose count rounding moves, and those that another key would move elsewhere.
 * A set is counted once, in however many cells it stands: in a small office a few sets fill many cells.
 */
export function otherKeySql(ids: readonly CubeId[], { base }: RuleFigures): string {
	const moved = base > 1 ? `n % ${base} <> 0` : 'true';
	const sets = ids.map(
		(id) =>
			`SELECT n, ck, ck_other, pub <> pub_other AS changed FROM ${viewName(id)} WHERE ${moved}`
	);
	return `SELECT count(*) AS cells, count(*) FILTER (changed) AS changed
		FROM (${sets.join(' UNION ')})`;
}
