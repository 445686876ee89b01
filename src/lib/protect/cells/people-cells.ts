import { MEASURES } from '$lib/model';
import { maskMembers, measureNumber } from '../count/base';
import { PEOPLE_MEASURES } from '../count/sets';
import type { Cube, Dimension } from '../cubes';
import { KEY_SPACE, ROUNDING } from '../rounding';
import type { Statement } from '../sql';
import { MARGIN_NUMBER } from './codes';

const DIMENSIONS = ['decile', 'sex', 'age'] as const;

/** A family has neither sex nor age: it stands in cells where both are at their margin. */
const FAMILIES = MEASURES.flatMap(({ unit }, index) => (unit === 'families' ? [index] : []));

/** Fewest people of a cell whose families could still be too few. */
const DOUBTFUL = ROUNDING.threshold;

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

/** Where the people of a cube are counted, and their rupiah where it has them. */
export interface Counted {
	base: string;
	amounts: string;
	/** Shared families, by period. */
	shared: string;
}

const COUNTS = `sum(n)::INTEGER AS n, (sum(ck) % ${KEY_SPACE})::SMALLINT AS ck,
	(sum(ck_other) % ${KEY_SPACE})::SMALLINT AS ck_other, sum(shared)::INTEGER AS shared`;
const AMOUNTS = `sum(rupiah)::BIGINT AS rupiah, max(top)::BIGINT AS top, sum(paid)::INTEGER AS paid`;

/** Rows of counts and of rupiah, one after the other: both are sums, and meet when they are added. */
function rowsOfBoth({ base, amounts }: Counted): string {
	const keys = 'period, region, measure, decile, sex, age';
	return `(SELECT ${keys}, n, ck, ck_other, shared,
				NULL::BIGINT AS rupiah, NULL::BIGINT AS top, NULL::INTEGER AS paid FROM ${base}
			UNION ALL SELECT ${keys}, 0::INTEGER, 0::SMALLINT, 0::SMALLINT, 0::INTEGER, rupiah, top, paid
				FROM ${amounts})`;
}

/** Table `placed`: the sums of a cube for every place, in numbers. */
function placed(cube: Cube, counted: Counted): string {
	const dimensions = used(cube)
		.map((dimension) => `${dimension}, `)
		.join('');
	const amounts = cube.rupiah ? `, ${AMOUNTS}` : '';
	const groups = used(cube).filter((dimension) => dimension !== 'decile');
	const people = `measure NOT IN (${FAMILIES.join(', ')})`;
	const families = groups.length === 0 ? 'true' : people;
	const margins = groups.map((dimension) => `${dimension} = ${MARGIN_NUMBER}`);
	const either = margins.length === 0 ? 'true' : `${people} OR (${margins.join(' AND ')})`;
	const whole = cube.margins.some((margin) => groups.every((one) => !margin.includes(one)));
	return `CREATE OR REPLACE TEMP TABLE placed AS
		SELECT period, place.number AS place, measure, ${dimensions}${COUNTS}${amounts}
		FROM (SELECT period, region, measure, ${values(cube)}${COUNTS}${amounts}
			FROM ${cube.rupiah ? rowsOfBoth(counted) : counted.base} WHERE ${whole ? 'true' : families}
			GROUP BY GROUPING SETS (${setsOf(cube)})) AS counted
			JOIN place ON place.regency = counted.region
		WHERE ${either}
		GROUP BY ALL HAVING sum(n) > 0`;
}

/** Bits of the measures of people in a mask, and their numbers. */
function measureBits(): string {
	return PEOPLE_MEASURES.map(({ id }, bit) => `(${bit}, ${measureNumber(id)})`).join(', ');
}

/** Table `doubt`: families of the cells where people share families and ten people may be nine families. */
function doubts(cube: Cube, { shared }: Counted): string {
	const dimensions = used(cube);
	const keys = ['period', 'place', 'measure', ...dimensions].join(', ');
	const listed = dimensions.map((one) => `, ${one}`).join('');
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
	// The places, periods and measures in doubt are few: only their families are laid out.
	return `CREATE OR REPLACE TEMP TABLE doubt AS
		WITH candidate AS (SELECT ${keys} FROM placed
				WHERE shared > 0 AND n >= ${DOUBTFUL} AND n - shared < ${DOUBTFUL}),
			wanted AS (SELECT period, regency AS region, bit_or(1::BIGINT << bit) AS bits
				FROM (SELECT DISTINCT period, place, measure FROM candidate) AS doubtful
					JOIN (VALUES ${measureBits()}) AS one(bit, measure) USING (measure)
					JOIN place ON place.number = doubtful.place
				GROUP BY ALL),
			held AS MATERIALIZED (SELECT fid, period, region${listed}, mask & bits AS mask
				FROM ${shared} JOIN wanted USING (period, region) WHERE mask & bits <> 0),
			family AS (SELECT fid, held.period, place.number AS place, measure${listed}
				FROM held JOIN (${maskMembers('held', PEOPLE_MEASURES)}) AS named USING (mask)
					JOIN place ON place.regency = region
					SEMI JOIN candidate ON candidate.period = held.period
						AND candidate.place = place.number AND candidate.measure = named.measure)
		SELECT ${keys}, count(DISTINCT fid)::BIGINT AS families
		FROM (SELECT fid, period, place, measure, ${expanded} FROM family ${patterns})
			SEMI JOIN candidate USING (${keys})
		GROUP BY ALL`;
}

/**
 * Makes `cells.<cube>` of a cube that stands on a base table.
 * `families` is exact wherever it could be under ten, else at least that many; NULL where no list
 * has family card numbers.
 */
export function peopleCells(cube: Cube, counted: Counted, familiesKnown: boolean): Statement[] {
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
	const rupiah = cube.rupiah
		? ', coalesce(rupiah, 0)::HUGEINT AS rupiah, coalesce(top, 0) AS top, coalesce(paid, 0)::BIGINT AS paid'
		: '';
	const sql = `CREATE OR REPLACE TABLE cells.${cube.id} AS
		SELECT place_name.region, ${period}, measure_name.value AS measure, ${named}
			n::BIGINT AS n, ck::USMALLINT AS ck, ck_other::USMALLINT AS ck_other,
			(${families})::BIGINT AS families${rupiah}
		FROM placed LEFT JOIN doubt USING (${keys})
			JOIN place_name ON place_name.number = place
			JOIN measure_name ON measure_name.number = measure ${names}`;
	return [
		placed(cube, counted),
		doubts(cube, counted),
		sql,
		'DROP TABLE placed',
		'DROP TABLE doubt'
	].map((one) => ({ name: cube.id, sql: one }));
}
