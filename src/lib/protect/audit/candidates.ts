import type { BlockKind } from '../attack';
import { FAMILIES } from '../attack';
import { rowsOf } from '../sql';
import { viewName } from './views';

/**
 * Blocks in which there is something to attack: a count under the threshold, or where the true
 * counts are not at hand any published cell. Columns `place`, `period`, `what` (family or measure).
 * @param threshold null without true counts
 */
export function candidatesSql(kind: BlockKind, threshold: number | null): string {
	const some = threshold === null ? 'true' : `n < ${threshold}`;
	const small = (cube: 'k1' | 'k2' | 'k3') =>
		`SELECT region, month, measure FROM ${viewName(cube)} WHERE ${some}`;
	const period = `strftime(month, '%Y-%m') AS period`;
	switch (kind) {
		case 'region': {
			const families = rowsOf(
				['measure', 'family'],
				FAMILIES.flatMap(({ id, own }) => own.map((measure) => [measure, id]))
			);
			return `SELECT DISTINCT region AS place, ${period}, family AS what FROM
				(${small('k1')} UNION ${small('k2')} UNION ${small('k3')}) JOIN (SELECT * FROM ${families}) USING (measure)`;
		}
		case 'parent':
			return `SELECT DISTINCT parent AS place, ${period}, measure AS what
				FROM (${small('k1')} UNION ${small('k2')}) AS small JOIN (SELECT parent, part AS region FROM audit_part
					UNION SELECT parent, parent FROM audit_part) USING (region)`;
		case 'year':
		case 'waiting': {
			const cube = kind === 'year' ? 'k4' : 'k5';
			return `SELECT DISTINCT region AS place, year::VARCHAR AS period, measure AS what
				FROM ${viewName(cube)} WHERE ${some}`;
		}
		case 'cooperative':
			return `SELECT DISTINCT cooperative AS place, ${period}, '' AS what FROM ${viewName('k6')} WHERE ${some}`;
	}
}

/**
 * Table `audit_part` (parent, part): the nation and its provinces, a province and its regencies, a
 * list and its members, as far as they are counted.
 * @param levels SQL of a table (region, level, province) @param members SQL of a table (list, region)
 */
export function partsTable(levels: string, members: string): string {
	const here = `SELECT region::VARCHAR AS region, level::VARCHAR AS level, province::VARCHAR AS province FROM ${levels}`;
	return `CREATE OR REPLACE TEMP TABLE audit_part AS
		WITH here AS (${here})
		SELECT whole.region AS parent, part.region AS part FROM here AS whole, here AS part
		WHERE (whole.level = 'nation' AND part.level = 'province')
			OR (whole.level = 'province' AND part.level = 'regency' AND part.province = whole.region)
		UNION SELECT list::VARCHAR, region::VARCHAR FROM ${members}
		WHERE list::VARCHAR IN (SELECT region FROM here) AND region::VARCHAR IN (SELECT region FROM here)
		ORDER BY ALL`;
}

/** Cells of the places, periods and measures in table `audit_wanted`. Period as text; counts as INTEGER. */
export function wantedSql(kind: BlockKind): string {
	const read = (cube: 'k1' | 'k2' | 'k3' | 'k4' | 'k5' | 'k6') => {
		const place = cube === 'k6' ? 'cooperative' : 'region';
		const monthly = cube !== 'k4' && cube !== 'k5';
		const column = (name: string, cubes: readonly string[]) =>
			cubes.includes(cube) ? name : `'*'`;
		const when = monthly ? `month = (period || '-01')::DATE` : 'year = period::SMALLINT';
		return `SELECT '${cube}' AS cube, cell.${place} AS region, period, cell.measure AS measure,
			${column('decile', ['k2', 'k4'])} AS decile, ${column('sex', ['k3', 'k4'])} AS sex,
			${column('age', ['k3', 'k4'])} AS age, ${column('waiting', ['k5'])} AS waiting,
			n::INTEGER AS n, pub::INTEGER AS pub, shown
			FROM ${viewName(cube)} AS cell JOIN audit_wanted AS wanted
			ON cell.${place} = wanted.place AND cell.measure = wanted.measure AND ${when}`;
	};
	switch (kind) {
		case 'region':
			return [read('k1'), read('k2'), read('k3')].join(' UNION ALL ');
		case 'parent':
			return [read('k1'), read('k2')].join(' UNION ALL ');
		case 'year':
			return read('k4');
		case 'waiting':
			return read('k5');
		case 'cooperative':
			return read('k6');
	}
}

/** Which measures each cube counts, and which values of each dimension occur. */
export function countedSql(): string {
	const cubes = ['k1', 'k2', 'k3', 'k4', 'k5'] as const;
	return cubes
		.map((cube) => `SELECT DISTINCT '${cube}' AS cube, measure FROM ${viewName(cube)}`)
		.join(' UNION ALL ');
}

export function valuesSql(): string {
	const values = (dimension: string, cube: 'k2' | 'k3' | 'k4' | 'k5') =>
		`SELECT DISTINCT '${dimension}' AS dimension, ${dimension} AS value FROM ${viewName(cube)} WHERE ${dimension} <> '*'`;
	return [
		values('decile', 'k2'),
		values('sex', 'k3'),
		values('age', 'k3'),
		values('decile', 'k4'),
		values('sex', 'k4'),
		values('age', 'k4'),
		values('waiting', 'k5')
	].join(' UNION ');
}
