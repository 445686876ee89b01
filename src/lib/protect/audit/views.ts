import { CUBES, type Cube, type CubeId } from '../cubes';
import { type Protection, roundSql } from '../rounding';
import { identifier, literal } from '../sql';

/** 840 times the number of families: the unit of `share`. */
const SHARE_UNIT = 840;

/** A schema's name in SQL; a dot stands between a database and its schema. */
export function schemaSql(name: string): string {
	return name.split('.').map(identifier).join('.');
}

function cubeOf(id: CubeId): Cube {
	const cube = CUBES.find((one) => one.id === id);
	if (cube === undefined) throw new Error(`no cube ${id}`);
	return cube;
}

export const CUBE_IDS: readonly CubeId[] = CUBES.map(({ id }) => id);

/** Columns that name a cell of a cube. */
export function columnsOf(id: CubeId): string[] {
	const { place, period, dimensions } = cubeOf(id);
	return [place, period, 'measure', ...dimensions];
}

/** The period as it stands in `withheld`: `2025-03` or `2025`. */
export function periodSql(id: CubeId): string {
	return cubeOf(id).period === 'month' ? `strftime(month, '%Y-%m')` : 'year::VARCHAR';
}

/** Name of a cell within its cube, as one text: its columns with `|` between them. */
export function cellKeySql(id: CubeId): string {
	return `concat_ws('|', ${columnsOf(id)
		.map((column) => (column === 'month' ? periodSql(id) : `${column}::VARCHAR`))
		.join(', ')})`;
}

/** The layer that a cell is withheld with: the dimensions that are not at their margin. */
export function layerSql(id: CubeId): string {
	if (id !== 'k3' && id !== 'k4') return `''`;
	return `concat_ws(',', ${cubeOf(id)
		.dimensions.map((dimension) => `CASE WHEN ${dimension} <> '*' THEN '${dimension}' END`)
		.join(', ')})`;
}

/** That `withheld` names the layer of a cell. @param withheld SQL of the table */
export function withheldSql(id: CubeId, withheld: string): string {
	return `(${literal(id)}, ${layerSql(id)}, ${cubeOf(id).place}::VARCHAR, ${periodSql(id)}, measure::VARCHAR)
		IN (SELECT (cube, layer, region, period, measure) FROM ${withheld})`;
}

/** That the rule publishes a cell of `pub` and `share`, whatever the audit withholds. */
export function shownSql(protection: Protection, families: boolean): string {
	const { threshold } = protection;
	return `(pub >= ${threshold}${families ? ` AND share >= ${threshold * SHARE_UNIT}` : ''})`;
}

export interface ViewOptions {
	/** Schema of the raw cells. */
	cells: string;
	protection: Protection;
	families: boolean;
}

export function viewName(id: CubeId): string {
	return `audit_${id}`;
}

/**
 * The cells of a cube as the audit reads them: the columns that name them as they are, `n`, `ck`,
 * `ck_other`, `pub` by the rule before the threshold, and whether the rule shows it.
 */
export function cellsView(id: CubeId, options: ViewOptions): string {
	const columns = columnsOf(id).map((column) =>
		column === 'month' || column === 'year' ? column : `${column}::VARCHAR AS ${column}`
	);
	return `CREATE OR REPLACE TEMP VIEW ${viewName(id)} AS
		SELECT *, ${shownSql(options.protection, options.families)} AS shown FROM (
			SELECT ${columns.join(', ')}, n, ck, ck_other, share, ${roundSql('n', 'ck')} AS pub
			FROM ${schemaSql(options.cells)}.${id})`;
}

/** The same of published cells alone: true counts are unknown. @param tables SQL of each table */
export function publishedView(id: CubeId, tables: readonly string[]): string {
	const columns = columnsOf(id).map((column) =>
		column === 'month' || column === 'year' ? column : `${column}::VARCHAR AS ${column}`
	);
	const all = tables.map(
		(table) => `SELECT ${columns.join(', ')}, pub::BIGINT AS pub FROM ${table}`
	);
	const none = `SELECT ${columnsOf(id)
		.map(
			(column) =>
				`NULL::${column === 'month' ? 'DATE' : column === 'year' ? 'SMALLINT' : 'VARCHAR'} AS ${column}`
		)
		.join(', ')}, NULL::BIGINT AS pub WHERE false`;
	return `CREATE OR REPLACE TEMP VIEW ${viewName(id)} AS
		SELECT *, NULL::BIGINT AS n, true AS shown FROM (${all.length > 0 ? all.join(' UNION ALL ') : none})`;
}
