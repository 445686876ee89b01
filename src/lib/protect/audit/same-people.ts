import { NESTED } from '../attack';
import { rowsOf } from '../sql';
import { columnsOf, schemaSql, textColumnsOf, viewName } from './views';
import type { CubeId } from '../cubes';

/**
 * Check 4: cells that must hold the same people, and do not. A part that counts as many as its
 * whole is its whole; two names of one set are one set. Their counts are compared by the sums of
 * both keys, which no two sets of people share but by chance (one in 16 million).
 */
export function samePeopleSql(): string {
	const same = 'a.ck = b.ck AND a.ck_other = b.ck_other';
	const pairs = rowsOf(
		['part', 'whole'],
		NESTED.map(({ part, whole }) => [part, whole])
	);
	const measures = (id: CubeId) => {
		const rest = columnsOf(id).filter((column) => column !== 'measure');
		return `SELECT count(*) AS compared, count(*) FILTER (NOT (${same})) AS unlike
			FROM ${viewName(id)} AS a JOIN (SELECT * FROM ${pairs}) AS pair ON a.measure = pair.part
			JOIN ${viewName(id)} AS b ON b.measure = pair.whole AND ${rest.map((column) => `a.${column} = b.${column}`).join(' AND ')}
			WHERE a.n = b.n`;
	};
	const margins = (part: 'k2' | 'k3') => `SELECT count(*), count(*) FILTER (NOT (${same}))
		FROM ${viewName(part)} AS a JOIN ${viewName('k1')} AS b USING (region, month, measure) WHERE a.n = b.n`;
	const places = `SELECT count(*), count(*) FILTER (NOT (${same}))
		FROM ${viewName('k1')} AS a JOIN audit_part ON a.region = part
		JOIN ${viewName('k1')} AS b ON b.region = parent AND a.month = b.month AND a.measure = b.measure
		WHERE a.n = b.n`;
	const all = [
		measures('k1'),
		measures('k2'),
		measures('k3'),
		measures('k4'),
		margins('k2'),
		margins('k3'),
		places
	];
	return `SELECT sum(compared)::BIGINT AS compared, sum(unlike)::BIGINT AS unlike FROM (${all.join(' UNION ALL ')})`;
}

/**
 * Check 4, the order of the lists: cells of some places that two schemas of raw cells do not share,
 * key sums included. Counting people in another order must leave none.
 * @param recount schema that has the cells of some places only
 */
export function reorderedSql(id: CubeId, cells: string, recount: string): string {
	const columns = `${textColumnsOf(id)}, n, ck, ck_other, families`;
	const read = (schema: string) => `SELECT ${columns} FROM ${schemaSql(schema)}.${id}
		WHERE region::VARCHAR IN (SELECT DISTINCT region::VARCHAR FROM ${schemaSql(recount)}.k1)`;
	return `SELECT (SELECT count(*) FROM (${read(recount)})) AS compared, count(*) AS unlike
		FROM ((${read(cells)} EXCEPT ALL ${read(recount)}) UNION ALL (${read(recount)} EXCEPT ALL ${read(cells)}))`;
}
