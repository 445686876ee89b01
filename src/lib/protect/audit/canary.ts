import { ROUNDING } from '../rounding';
import { literal } from '$lib/engine/quote';
import { cellKeySql, CUBE_IDS, schemaSql } from './views';

/** Families are counted exactly only where they could be too few behind a cell that is published. */
const FEWEST = ROUNDING.threshold;

/**
 * What a cell is told by to have changed. Beyond that, families are a lower bound, which a relative
 * who is gone may move without anything that anyone sees.
 */
const COUNTED = [
	...['n', 'ck', 'ck_other'],
	`CASE WHEN n >= ${FEWEST} THEN least(families, ${FEWEST}) END AS families`
];
const COMPARED = ['n', 'ck', 'ck_other', 'families'];

/**
 * Check 10, first half: the cells (cube, key) that differ between two schemas of raw cells, counted
 * with and without one person. A cell that is in one of them only has changed too.
 * The key of a cell is its columns in the order of the cube, with `|` between them.
 */
function changedCellsSql(before: string, after: string): string {
	const read = (schema: string, id: (typeof CUBE_IDS)[number]) =>
		`SELECT ${cellKeySql(id)} AS key, ${COUNTED.join(', ')} FROM ${schemaSql(schema)}.${id}`;
	return CUBE_IDS.map(
		(id) => `SELECT ${literal(id)} AS cube, key
			FROM (${read(before, id)}) AS a FULL JOIN (${read(after, id)}) AS b USING (key)
			WHERE ${COMPARED.map((column) => `a.${column} IS DISTINCT FROM b.${column}`).join(' OR ')}`
	).join(' UNION ALL ');
}

/**
 * Check 10: nothing changes outside the cells that contain the person. Columns: `changed`, `person`
 * (cells that contain the person), `outside` (changed without containing them) and `unmoved` (cells
 * of the person that did not change: their key was not counted).
 * @param personCells SQL that answers with cube and key, the key as in {@link changedCellsSql}
 */
export function canarySql(before: string, after: string, personCells: string): string {
	return comparison(changedCellsSql(before, after), personCells);
}

/** Cells (cube, key) of a schema: one that holds the cells of one person and no others. */
export function allCellsSql(schema: string): string {
	return CUBE_IDS.map(
		(id) =>
			`SELECT ${literal(id)} AS cube, ${cellKeySql(id)} AS key FROM ${schemaSql(schema)}.${id}`
	).join(' UNION ALL ');
}

function comparison(changed: string, person: string): string {
	return `WITH changed AS (SELECT DISTINCT cube::VARCHAR AS cube, key FROM (${changed})),
			person AS (SELECT DISTINCT cube::VARCHAR AS cube, key FROM (${person}))
		SELECT (SELECT count(*) FROM changed) AS changed, (SELECT count(*) FROM person) AS person,
			(SELECT count(*) FROM changed ANTI JOIN person USING (cube, key)) AS outside,
			(SELECT count(*) FROM person ANTI JOIN changed USING (cube, key)) AS unmoved`;
}
