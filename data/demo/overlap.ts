import type { Period } from './period';

/**
 * SQL of the people of each regency who receive PKH in the last month, are members of a KMP on its
 * last day, and both, by the valid rows of `receipt` and `membership`.
 * @param end last day of the period, ISO
 */
export function overlapSql(period: Period, end: string): string {
	const valid = `(fault IS NULL OR fault = 'duplicate')`;
	return `WITH pkh AS (
	SELECT DISTINCT i, code FROM receipt
	WHERE programme = 'PKH' AND ${valid} AND (last IS NULL OR last >= ${period.last})
), kmp AS (
	SELECT DISTINCT i, code FROM membership
	WHERE programme = 'KMP' AND ${valid} AND (left_on IS NULL OR left_on > DATE '${end}')
)
SELECT coalesce(pkh.code, kmp.code) AS region, count(pkh.i) AS pkh, count(kmp.i) AS kmp,
	count(*) FILTER (pkh.i IS NOT NULL AND kmp.i IS NOT NULL) AS both
FROM pkh FULL JOIN kmp ON pkh.i = kmp.i GROUP BY 1 ORDER BY 1`;
}

/** SQL of the people who are in two KMP at once, by valid rows. */
export const TWICE_SQL = `SELECT count(*) AS people FROM (
	SELECT i FROM membership WHERE programme = 'KMP' AND (fault IS NULL OR fault = 'duplicate')
	GROUP BY i HAVING count(DISTINCT cooperative) > 1)`;
