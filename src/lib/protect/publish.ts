import { CUBES, type Cube, type CubeId } from './cubes';
import { perturbedSql, type Perturbation } from './perturbation';
import { ROUNDING, roundSql } from './rounding';

/** Rupiah are published only where the largest contributor stands for less than this share, in percent. */
const MOST_OF_ONE = 85;

/** How counts are protected: by the built-in rule, or by a table in the form of the ONS. */
export type Rule = { kind: 'rounding' } | { kind: 'table'; table: Perturbation };

/** SQL of the protected count of a cell with columns `n` and `ck`, before the threshold. */
export function protectedSql(rule: Rule): string {
	return rule.kind === 'rounding' ? roundSql('n', 'ck') : perturbedSql(rule.table, 'n', 'ck');
}

/** The columns that tell the cells of a cube apart, in the order in which its rows are sorted. */
export function keysOf(cube: Cube): string[] {
	return [
		cube.place === 'region' ? 'region' : 'cooperative',
		cube.period,
		'measure',
		...cube.dimensions
	];
}

/**
 * Rupiah: the published count times the mean to two significant digits, in whole numbers so that
 * every machine gives the same; NULL where too few people, or one person, stand behind the sum.
 */
function rupiahSql(): string {
	const mean = '(rupiah // paid)';
	const unit = `power(10, greatest(length(${mean}::VARCHAR) - 2, 0))::BIGINT`;
	return `CASE WHEN paid >= ${ROUNDING.threshold} AND top * 100 < rupiah * ${MOST_OF_ONE}
		THEN (pub * (((${mean} + ${unit} // 2) // ${unit}) * ${unit}))::BIGINT END AS rupiah`;
}

/** What of a layer of a cube is withheld: the dimensions that are not at their margin. */
export function layerSql(cube: Cube): string {
	if (!cube.margins.some((margin) => margin.length < cube.dimensions.length)) return `''`;
	if (cube.id === 'k5') return `''`;
	const names = cube.dimensions.map((one) => `CASE WHEN ${one} <> '*' THEN '${one}' END`);
	return `concat_ws(',', ${names.join(', ')})`;
}

/** The period of a cell as `withheld` names it: `2025-03` or `2025`. */
export function periodSql(cube: Cube): string {
	return cube.period === 'month' ? `strftime(month, '%Y-%m')` : 'year::VARCHAR';
}

/**
 * The published cells of a cube: its dimensions and `pub`, and rupiah where it has them. A cell is
 * there only where the protected count reaches the threshold, enough families stand behind it, and
 * the audit does not withhold it.
 */
export function publishedSql(cube: Cube, rule: Rule): string {
	const place = cube.place === 'region' ? 'region' : 'cooperative';
	const keys = keysOf(cube).join(', ');
	const { threshold } = ROUNDING;
	return `SELECT ${keys}, pub::UINTEGER AS pub${cube.rupiah ? `, ${rupiahSql()}` : ''}
		FROM (SELECT *, ${protectedSql(rule)} AS pub FROM cells.${cube.id}) AS cell
		WHERE pub >= ${threshold} AND (families IS NULL OR families >= ${threshold})
			AND NOT EXISTS (FROM cells.withheld WHERE withheld.cube = '${cube.id}'
				AND withheld.region = cell.${place}::VARCHAR AND withheld.period = ${periodSql(cube)}
				AND withheld.measure = cell.measure::VARCHAR AND withheld.layer = ${layerSql(cube)})`;
}

/** The table of what the audit withholds, empty. */
export const WITHHELD = `CREATE TABLE IF NOT EXISTS cells.withheld
	(cube VARCHAR, layer VARCHAR, region VARCHAR, period VARCHAR, measure VARCHAR)`;

export function cubeOf(id: CubeId): Cube {
	const cube: Cube | undefined = CUBES.find((one) => one.id === id);
	if (!cube) throw new Error(`no cube ${id}`);
	return cube;
}
