import { MEASURES } from '$lib/model';
import type { Cube, Dimension } from '../cubes';
import { KEY_SPACE } from '../rounding';
import type { Statement } from '../sql';
import { MARGIN_NUMBER } from './codes';

const DIMENSIONS = ['decile', 'sex', 'age'] as const;

/** A family has neither sex nor age: it stands in cells where both are at their margin. */
const FAMILIES = MEASURES.flatMap(({ unit }, index) => (unit === 'families' ? [index] : []));

/** Fewest people of a cell whose families could still be too few. */
const DOUBTFUL = 10;

function setsOf(cube: Cube): string {
	return cube.margins
		.map((margin) => `(${['period', 'region', 'measure', ...margin].join(', ')})`)
		.join(', ');
}

function used(cube: Cube): Dimension[] {
	return DIMENSIONS.filter((dimension) => cube.dimensions.includes(dimension));
}

function values(cube: Cube): string {
	return used(cube)
		.map((dimension) => {
			const always = cube.margins.every((margin) => margin.includes(dimension));
			return always
				? `${dimension}::INTEGER AS ${dimension}, `
				: `CASE WHEN grouping(${dimension}) = 1 THEN ${MARGIN_NUMBER} ELSE ${dimension} END AS ${dimension}, `;
		})
		.join('');
}

/** Table `placed`: the sums of a cube for every place, in numbers. */
function placed(cube: Cube, base: string): string {
	const dimensions = used(cube)
		.map((dimension) => `${dimension}, `)
		.join('');
	const groups = used(cube).filter((dimension) => dimension !== 'decile');
	const people = `measure NOT IN (${FAMILIES.join(', ')})`;
	const families = groups.length === 0 ? 'true' : people;
	const margins = groups.map((dimension) => `${dimension} = ${MARGIN_NUMBER}`);
	const either = margins.length === 0 ? 'true' : `${people} OR (${margins.join(' AND ')})`;
	const whole = cube.margins.some((margin) => groups.every((one) => !margin.includes(one)));
	return `CREATE OR REPLACE TEMP TABLE placed AS
		SELECT period, place.number AS place, measure, ${dimensions}
			sum(n)::BIGINT AS n, sum(ck)::BIGINT AS ck, sum(ck_other)::BIGINT AS ck_other,
			sum(shared)::BIGINT AS shared, sum(rupiah)::HUGEINT AS rupiah, max(top)::BIGINT AS top,
			sum(paid)::BIGINT AS paid
		FROM (SELECT period, region, measure, ${values(cube)}
				sum(n) AS n, sum(ck) AS ck, sum(ck_other) AS ck_other, sum(shared) AS shared,
				sum(rupiah) AS rupiah, max(top) AS top, sum(paid) AS paid
			FROM ${base} WHERE ${whole ? 'true' : families}
			GROUP BY GROUPING SETS (${setsOf(cube)})) AS counted
			JOIN place ON place.regency = counted.region
		WHERE ${either}
		GROUP BY ALL HAVING sum(n) > 0`;
}

/** Table `doubt`: families of the cells where people share families and ten people may be nine families. */
function doubts(cube: Cube, rows: string): string {
	const dimensions = used(cube);
	const keys = ['period', 'place', 'measure', ...dimensions].join(', ');
	const flags = cube.margins
		.map((margin) => `(${dimensions.map((one) => margin.includes(one)).join(', ')})`)
		.join(', ');
	const patterns =
		dimensions.length === 0
			? ''
			: `, (VALUES ${flags}) AS counted(${dimensions.map((one) => `by_${one}`).join(', ')})`;
	const expanded = dimensions
		.map((one) => `CASE WHEN by_${one} THEN ${one} ELSE ${MARGIN_NUMBER} END::INTEGER AS ${one}, `)
		.join('');
	// The places, periods and measures in doubt are few: only their families are laid out by group.
	return `CREATE OR REPLACE TEMP TABLE doubt AS
		WITH candidate AS (SELECT ${keys} FROM placed
				WHERE shared > 0 AND n >= ${DOUBTFUL} AND n - shared < ${DOUBTFUL}),
			family AS (SELECT fid, period, place.number AS place, measure${dimensions
				.map((one) => `, ${one}`)
				.join('')}
				FROM ${rows} JOIN place ON place.regency = region
					SEMI JOIN candidate ON candidate.period = ${rows}.period
						AND candidate.place = place.number AND candidate.measure = ${rows}.measure)
		SELECT ${keys}, count(DISTINCT fid)::BIGINT AS families
		FROM (SELECT fid, period, place, measure, ${expanded} FROM family ${patterns})
			SEMI JOIN candidate USING (${keys})
		GROUP BY ALL`;
}

/**
 * Makes `cells.<cube>` of a cube that stands on a base table.
 * `families` is exact wherever it could be under ten, else at least that many; NULL where no list
 * has family card numbers.
 * @param base table of base counts @param rows table of shared families' rows, by period
 */
export function peopleCells(
	cube: Cube,
	base: string,
	rows: string,
	familiesKnown: boolean
): Statement[] {
	const dimensions = used(cube);
	const keys = ['period', 'place', 'measure', ...dimensions].join(', ');
	const period =
		cube.period === 'month'
			? 'make_date(period // 12, period % 12 + 1, 1) AS month'
			: 'period::SMALLINT AS year';
	const named = dimensions.map((one) => `${one}_name.value AS ${one}, `).join('');
	const names = dimensions
		.map((one) => `JOIN ${one}_name ON ${one}_name.number = placed.${one}`)
		.join(' ');
	const families = familiesKnown ? 'n - shared + coalesce(doubt.families, 0)' : 'NULL::BIGINT';
	const rupiah = cube.rupiah ? ', rupiah, top, paid' : '';
	const sql = `CREATE OR REPLACE TABLE cells.${cube.id} AS
		SELECT place_name.region, ${period}, measure_name.value AS measure, ${named}
			n, (ck % ${KEY_SPACE})::USMALLINT AS ck, (ck_other % ${KEY_SPACE})::USMALLINT AS ck_other,
			(${families})::BIGINT AS families${rupiah}
		FROM placed LEFT JOIN doubt USING (${keys})
			JOIN place_name ON place_name.number = place
			JOIN measure_name ON measure_name.number = measure ${names}`;
	return [placed(cube, base), doubts(cube, rows), sql, 'DROP TABLE placed', 'DROP TABLE doubt'].map(
		(one) => ({ name: cube.id, sql: one })
	);
}
