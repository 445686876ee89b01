import { NESTED } from '../attack';
import type { CubeId } from '../cubes';
import { rowsOf } from '../sql';
import { expectedSql } from './release';
import type { RuleFigures } from './rule';
import { columnsOf } from './views';

/** A difference is exposed where fewer values than this are left to it. */
const FEWEST_DIFFERENCES = 3;

/**
 * Check 9: pairs that differ by fewer people than the threshold, and how many differences are
 * possible given what is published of both. A measure and its part, cell by cell in K1, K2 and K3;
 * a place and its parts, and lists and provinces side by side; a count and the next month's.
 * The same people (same sums of both keys) do not differ and are no pair.
 *
 * Of a part and its whole the difference is not negative, and not 0 where their figures differ,
 * since the same people have the same figure. An absent count is 0 … threshold − 1.
 * Columns: `pairs`, `near` (those that differ by so few), `fewest` (values left; null without pairs)
 * and `exposed`.
 */
export function differencingSql(rule: RuleFigures): string {
	const cell = columnsOf;
	const pairs = rowsOf(
		['part', 'whole'],
		NESTED.map(({ part, whole }) => [part, whole])
	);
	const columns = (
		nested: boolean
	) => `${nested} AS nested, a.n AS n, a.expected AS pub, a.ck AS ck, a.ck_other AS other,
		b.n AS whole_n, b.expected AS whole_pub, b.ck AS whole_ck, b.ck_other AS whole_other,
		a.shown AS shown, b.shown AS whole_shown`;
	const on = (id: CubeId, left: string) =>
		cell(id)
			.filter((column) => column !== left)
			.map((column) => `a.${column} = b.${column}`)
			.join(' AND ');
	const measures = (id: CubeId) => `SELECT ${columns(true)} FROM ${id} AS a
		JOIN (SELECT * FROM ${pairs}) AS pair ON a.measure = pair.part
		JOIN ${id} AS b ON b.measure = pair.whole AND ${on(id, 'measure')}`;
	const places = `SELECT ${columns(true)} FROM k1 AS a JOIN audit_part ON a.region = audit_part.part
		JOIN k1 AS b ON b.region = audit_part.parent AND ${on('k1', 'region')}`;
	const lists = `SELECT ${columns(false)} FROM k1 AS a JOIN k1 AS b ON ${on('k1', 'region')}
		WHERE a.region LIKE 'list:%' AND length(b.region) = 2`;
	const months = `SELECT ${columns(false)} FROM k1 AS a
		JOIN k1 AS b ON ${on('k1', 'month')} AND b.month = a.month + INTERVAL 1 MONTH`;
	const { bound, threshold, roof } = rule;
	const low = (pub: string) => `CASE WHEN ${pub} IS NULL THEN 0 ELSE ${pub} - ${bound} END`;
	// A count that the audit withheld is limited by nothing.
	const high = (pub: string, shown: string) =>
		`CASE WHEN ${pub} IS NOT NULL THEN ${pub} + ${bound} WHEN ${shown} THEN 2147483647 ELSE ${roof} END`;
	return `WITH k1 AS (${expectedSql('k1')}), k2 AS (${expectedSql('k2')}), k3 AS (${expectedSql('k3')}),
		pair AS (${[measures('k1'), measures('k2'), measures('k3'), places, lists, months].join(' UNION ALL ')}),
		near AS (SELECT *, ${high('whole_pub', 'whole_shown')} - (${low('pub')}) AS most,
				(${low('whole_pub')}) - ${high('pub', 'shown')} AS least,
				CASE WHEN whole_pub <> pub THEN 1 ELSE 0 END AS apart
			FROM pair WHERE abs(whole_n - n) < ${threshold}
				AND NOT (n = whole_n AND ck = whole_ck AND other = whole_other)),
		possible AS (SELECT most - (CASE WHEN nested THEN greatest(least, apart) ELSE least END) + 1 AS differences FROM near)
		SELECT (SELECT count(*) FROM pair) AS pairs, count(*) AS near, min(differences)::BIGINT AS fewest,
			count(*) FILTER (differences < ${FEWEST_DIFFERENCES}) AS exposed FROM possible`;
}
