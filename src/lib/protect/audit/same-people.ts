import { NESTED } from '../attack';
import { rowsOf } from '../sql';
import { columnsOf, schemaSql, viewName } from './views';
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
 * Check 4, the order of the lists: cells that two schemas of raw cells do not share, key sums
 * included. Counting shuffled lists again must leave none.
 */
export function unlikeCellsSql(id: CubeId, one: string, other: string): string {
	const columns = [...columnsOf(id), 'n', 'ck', 'ck_other', 'share', 'rupiah', 'top']
		.map((column) =>
			['region', 'cooperative', 'measure', 'decile', 'sex', 'age', 'waiting'].includes(column)
				? `${column}::VARCHAR AS ${column}`
				: column
		)
		.join(', ');
	const read = (schema: string) => `SELECT ${columns} FROM ${schemaSql(schema)}.${id}`;
	return `SELECT count(*) AS unlike FROM ((${read(one)} EXCEPT ALL ${read(other)}) UNION ALL (${read(other)} EXCEPT ALL ${read(one)}))`;
}
