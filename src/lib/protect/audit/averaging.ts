import { SPLITS } from '../attack';
import { rowsOf } from '../sql';
import { expectedSql } from './release';
import type { RuleFigures } from './rule';

/**
 * Check 8: how far a count can be narrowed by averaging everything that is published of one month.
 *
 * A count with remainder r has an error of mean 0 and variance r (base − r); over all remainders
 * alike that is σ² = (base² − 1) ÷ 6, which is 4 for base 5. Different sets of people have
 * independent errors (sums of independent keys); the same set has the same error wherever it is
 * published, so that a partition with one part only teaches nothing and is left out. An absent part
 * is known to be 0 … threshold − 1, taken as uniform: variance (threshold² − 1) ÷ 12, which is 8.25.
 *
 * Each way of writing a count T as a sum of published counts is an estimate of its own, with the sum
 * of their variances; independent estimates add their precisions (1 ÷ variance):
 *   own(T)   = 1/v(T) + 1/Σ v(deciles) + 1/Σ v(sexes) + 1/Σ v(ages) + 1/Σ v(sexes × ages)
 * which is exact for a complete table of sex × age with both margins (generalised least squares:
 * with R rows and C columns the variance of the total is σ² RC ÷ (1 + R + C)). Then come the
 * complements, each with counts that were themselves averaged in this way, a bound from below:
 *   + 1/Σ 1/own(part) over the parts of a place
 *   + 1/(1/own(parent) + Σ 1/own(sibling)) for each parent of a place
 *   + 1/(1/own + 1/own) for each way of writing a measure by two others (members with and without
 *     assistance)
 * The deviation left is √(1 ÷ precision).
 */
const LEAST_DEVIATION = 1;

/** Columns: `cells` (published counts of K1), `least`, `median` and `below` (deviations under 1). */
export function averagingSql(rule: RuleFigures): string {
	return `WITH ${deviations(rule)}
		SELECT count(*) AS cells, coalesce(min(deviation), 0) AS least, coalesce(median(deviation), 0) AS median,
			count(*) FILTER (deviation < ${LEAST_DEVIATION}) AS below
		FROM deviation`;
}

/** Place, period and measure of the counts whose deviation is too small: their finest cells are withheld. */
export function averagedAwaySql(rule: RuleFigures): string {
	return `WITH ${deviations(rule)}
		SELECT region, strftime(month, '%Y-%m') AS period, measure FROM deviation
		WHERE deviation < ${LEAST_DEVIATION} ORDER BY ALL`;
}

/** Layers in the order in which they are withheld where averaging goes too far. */
export const AVERAGED_LAYERS = [
	{ cube: 'k3', layer: 'sex,age' },
	{ cube: 'k3', layer: 'age' },
	{ cube: 'k3', layer: 'sex' },
	{ cube: 'k2', layer: '' }
] as const;

function deviations({ variance: sigma, roof }: RuleFigures): string {
	const absent = ((roof + 1) ** 2 - 1) / 12;
	// Published: the error of rounding. Absent by the rule: uniform. Withheld by the audit: unknown.
	const variance = `CASE WHEN expected IS NOT NULL THEN ${sigma} WHEN shown THEN 'infinity'::DOUBLE ELSE ${absent} END`;
	const cell = 'region, month, measure';
	const splits = rowsOf(
		['whole', 'one', 'other'],
		SPLITS.map(({ whole, parts: [one = '', other = ''] }) => [whole, one, other])
	);
	return `
		k1 AS (SELECT ${cell}, expected IS NOT NULL AS published, ${variance} AS v FROM (${expectedSql('k1')})),
		k2 AS (SELECT ${cell}, count(*) AS parts, sum(${variance}) AS v FROM (${expectedSql('k2')}) GROUP BY ALL),
		k3 AS (SELECT ${cell}, sex <> '*' AS by_sex, age <> '*' AS by_age, count(*) AS parts, sum(${variance}) AS v
			FROM (${expectedSql('k3')}) GROUP BY ALL),
		sexes AS (SELECT ${cell}, parts, v FROM k3 WHERE by_sex AND NOT by_age),
		ages AS (SELECT ${cell}, parts, v FROM k3 WHERE by_age AND NOT by_sex),
		fine AS (SELECT ${cell}, parts, v FROM k3 WHERE by_sex AND by_age),
		own AS (SELECT ${cell}, published, 1 / k1.v
				+ CASE WHEN k2.parts > 1 THEN 1 / k2.v ELSE 0 END
				+ CASE WHEN sexes.parts > 1 THEN 1 / sexes.v ELSE 0 END
				+ CASE WHEN ages.parts > 1 THEN 1 / ages.v ELSE 0 END
				+ CASE WHEN fine.parts > sexes.parts AND fine.parts > ages.parts THEN 1 / fine.v ELSE 0 END AS precision
			FROM k1 LEFT JOIN k2 USING (${cell}) LEFT JOIN sexes USING (${cell})
				LEFT JOIN ages USING (${cell}) LEFT JOIN fine USING (${cell})),
		below AS (SELECT parent AS region, month, measure, count(*) AS parts, sum(1 / greatest(precision, 1e-9)) AS v
			FROM own JOIN audit_part ON own.region = part GROUP BY ALL),
		beside AS (SELECT own.region, month, measure,
				sum(1 / (1 / whole.precision + below.v - 1 / own.precision)) AS precision
			FROM own JOIN audit_part ON own.region = audit_part.part
				JOIN below USING (month, measure)
				JOIN own AS whole USING (month, measure)
			WHERE below.region = audit_part.parent AND whole.region = audit_part.parent AND below.parts > 1
			GROUP BY ALL),
		split AS (SELECT region, month, a.measure AS a, b.measure AS b, c.measure AS c,
				1 / a.precision AS va, 1 / b.precision AS vb, 1 / c.precision AS vc
			FROM (SELECT * FROM ${splits}) AS s JOIN own AS a ON a.measure = s.whole
				JOIN own AS b USING (region, month) JOIN own AS c USING (region, month)
			WHERE b.measure = s.one AND c.measure = s.other),
		written AS (SELECT region, month, measure, sum(precision) AS precision FROM (
				SELECT region, month, a AS measure, 1 / (vb + vc) AS precision FROM split
				UNION ALL SELECT region, month, b, 1 / (va + vc) FROM split
				UNION ALL SELECT region, month, c, 1 / (va + vb) FROM split) GROUP BY ALL),
		deviation AS (SELECT own.region, month, measure, 1 / sqrt(own.precision
				+ CASE WHEN below.parts > 1 THEN 1 / below.v ELSE 0 END
				+ coalesce(beside.precision, 0) + coalesce(written.precision, 0)) AS deviation
			FROM own LEFT JOIN below USING (region, month, measure) LEFT JOIN beside USING (region, month, measure)
				LEFT JOIN written USING (region, month, measure)
			WHERE published)`;
}
