import { CUBES, type CubeId } from '../cubes';
import { cubeOf, keysOf, layerSql, periodSql, protectedSql, type Rule } from '../publish';
import { ROUNDING } from '../rounding';
import { identifier, literal } from '$lib/engine/quote';

/** A schema's name in SQL; a dot stands between a database and its schema. */
export function schemaSql(name: string): string {
	return name.split('.').map(identifier).join('.');
}

export const CUBE_IDS: readonly CubeId[] = CUBES.map(({ id }) => id);

/** Columns that name a cell of a cube. */
export function columnsOf(id: CubeId): string[] {
	return keysOf(cubeOf(id));
}

/** Those columns with codes as text, so that the types of two databases compare. */
export function textColumnsOf(id: CubeId): string {
	return columnsOf(id)
		.map((column) =>
			column === 'month' || column === 'year' ? column : `${column}::VARCHAR AS ${column}`
		)
		.join(', ');
}

/** Name of a cell within its cube, as one text: its columns with `|` between them. */
export function cellKeySql(id: CubeId): string {
	return `concat_ws('|', ${columnsOf(id)
		.map((column) => (column === 'month' ? periodSql(cubeOf(id)) : `${column}::VARCHAR`))
		.join(', ')})`;
}

/** That `withheld` names the layer of a cell. @param withheld SQL of the table */
export function withheldSql(id: CubeId, withheld: string): string {
	const cube = cubeOf(id);
	return `(${literal(id)}, ${layerSql(cube)}, ${cube.place}::VARCHAR, ${periodSql(cube)}, measure::VARCHAR)
		IN (SELECT (cube, layer, region, period, measure) FROM ${withheld})`;
}

export function viewName(id: CubeId): string {
	return `audit_${id}`;
}

/**
 * The cells of a cube as the audit reads them: the columns that name them as text, `n`, `ck`,
 * `ck_other`, `pub` by the rule before the threshold, `pub_other` as another key would give it, and
 * whether the rule shows the cell.
 * @param cells schema of the raw cells
 */
export function cellsView(id: CubeId, cells: string, rule: Rule): string {
	const { threshold } = ROUNDING;
	const other = `SELECT * REPLACE (ck_other AS ck, ck AS ck_other) FROM with_pub`;
	return `CREATE OR REPLACE TEMP VIEW ${viewName(id)} AS
		WITH with_pub AS (SELECT ${textColumnsOf(id)}, n, ck, ck_other, families, ${protectedSql(rule)} AS pub
			FROM ${schemaSql(cells)}.${id})
		SELECT * REPLACE (ck_other AS ck, ck AS ck_other), ${protectedSql(rule)} AS pub_other,
			pub >= ${threshold} AND (families IS NULL OR families >= ${threshold}) AS shown
		FROM (${other})`;
}

/** The same of published cells alone: true counts are unknown. @param tables SQL of each table */
export function publishedView(id: CubeId, tables: readonly string[]): string {
	const all = tables.map(
		(table) => `SELECT ${textColumnsOf(id)}, pub::BIGINT AS pub FROM ${table}`
	);
	const type = (column: string) =>
		column === 'month' ? 'DATE' : column === 'year' ? 'SMALLINT' : 'VARCHAR';
	const none = columnsOf(id).map((column) => `NULL::${type(column)} AS ${column}`);
	all.push(`SELECT ${none.join(', ')}, NULL::BIGINT AS pub WHERE false`);
	return `CREATE OR REPLACE TEMP VIEW ${viewName(id)} AS
		SELECT *, NULL::BIGINT AS n, true AS shown FROM (${all.join(' UNION ALL ')})`;
}
