import type { CubeId } from '../cubes';
import { columnsOf, schemaSql, viewName, withheldSql } from './views';
import type { RuleFigures } from './rule';

/** Table `audit_withheld`: what the audit withholds, as `cells.withheld`. */
export const WITHHELD = 'audit_withheld';

export function withheldTable(cells: string): string {
	return `CREATE OR REPLACE TEMP TABLE ${WITHHELD} AS
		SELECT cube::VARCHAR AS cube, layer::VARCHAR AS layer, region::VARCHAR AS region,
			period::VARCHAR AS period, measure::VARCHAR AS measure FROM ${schemaSql(cells)}.withheld`;
}

/** What the rule and the withholding leave of each raw cell, as `expected`: null where it is absent. */
export function expectedSql(id: CubeId): string {
	return `SELECT *, CASE WHEN shown AND NOT ${withheldSql(id, WITHHELD)} THEN pub END AS expected
		FROM ${viewName(id)}`;
}

/**
 * Checks 1, 2, 4 and 6 of one cube, in one pass, as numbers of cells.
 * @param published SQL of the published table, null to take what the rule would publish
 */
export function releaseSql(id: CubeId, rule: RuleFigures, published: string | null): string {
	const { base, threshold, bound, builtIn } = rule;
	const only = builtIn ? `released <> ${threshold}` : `released < ${threshold}`;
	const on = columnsOf(id)
		.map((column) =>
			column === 'month' || column === 'year'
				? `raw.${column} = out.${column}`
				: `raw.${column} = out.${column}::VARCHAR`
		)
		.join(' AND ');
	const release =
		published === null
			? `SELECT n, expected, expected AS released FROM (${expectedSql(id)})`
			: `SELECT raw.n, raw.expected, out.pub::BIGINT AS released
				FROM (${expectedSql(id)}) AS raw FULL JOIN ${published} AS out ON ${on}`;
	return `SELECT count(released) AS published,
			count(*) FILTER (released % ${base} <> 0 OR released < ${threshold}) AS odd,
			count(*) FILTER (released IS NOT NULL AND (n IS NULL OR abs(released - n) > ${bound})) AS far,
			coalesce(max(abs(released - n)), 0) AS farthest,
			count(*) FILTER (released IS DISTINCT FROM expected) AS unlike,
			count(*) FILTER (released IS NOT NULL AND coalesce(n, 0) < ${threshold - bound}) AS tiny,
			count(*) FILTER (n BETWEEN ${threshold - bound} AND ${threshold - 1} AND ${only}) AS small
		FROM (${release})`;
}

/** Check 1 from published cells alone. */
export function multiplesSql(id: CubeId, { base, threshold }: RuleFigures): string {
	return `SELECT count(*) AS published,
			count(*) FILTER (pub IS NULL OR pub % ${base} <> 0 OR pub < ${threshold}) AS odd
		FROM ${viewName(id)}`;
}
