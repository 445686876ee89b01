import type { DuckDBConnection } from '@duckdb/node-api';
import {
	AGE_BANDS,
	DECILES,
	FACTS,
	MEASURES,
	type Predicate,
	SEXES,
	WAITING_BANDS
} from '../../../../src/lib/model';

export interface SmallPopulation {
	people: number;
	regencies: number;
	months: number;
	seed: number;
	/** Only people that this SQL condition on `pid` leaves in. */
	where?: string;
	schema?: string;
}

/** How many of a thousand people each fact holds for, at some time. */
function share(fact: string): number {
	if (fact === 'pkh') return 350;
	if (fact === 'sembako') return 450;
	if (/^(kmp|kjmis)$/.test(fact)) return 120;
	return /_transacted$|_reached$/.test(fact) ? 200 : 40;
}

function sqlOf(predicate: Predicate): string {
	if ('fact' in predicate) return predicate.fact;
	if ('trait' in predicate) return predicate.trait;
	if ('both' in predicate) return `(${predicate.both.map(sqlOf).join(' AND ')})`;
	if ('either' in predicate) return `(${predicate.either.map(sqlOf).join(' OR ')})`;
	return `(${sqlOf(predicate.without[0])} AND NOT ${sqlOf(predicate.without[1])})`;
}

const enumOf = (values: readonly string[]) =>
	`ENUM (${values.map((value) => `'${value}'`).join(', ')})`;
const COUNTS = `count(*) AS n, (sum(rkey) % 4096)::USMALLINT AS ck, (sum(pid & 4095) % 4096)::USMALLINT AS ck_other,
	NULL::BIGINT AS families`;

/**
 * Cells as counting leaves them, of a small population made by hashing: each person has one place,
 * decile, sex and age, and facts that begin and end.
 */
export async function fillCells(
	connection: DuckDBConnection,
	options: SmallPopulation
): Promise<void> {
	const { people, regencies, months, seed, where = 'true', schema = 'cells' } = options;
	const run = (sql: string) => connection.run(sql);
	const regions = Array.from(
		{ length: regencies },
		(_, index) => `${11 + (index % 6)}.${String(1 + Math.floor(index / 6)).padStart(2, '0')}`
	);
	const provinces = [...new Set(regions.map((region) => region.slice(0, 2)))].sort();
	const listed = regions.filter((_, index) => index % 4 === 0);
	const all = ['00', ...provinces, ...regions.toSorted(), 'list:priority'];
	await run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
	const types: [string, readonly string[]][] = [
		['region', all],
		['measure', [...MEASURES.map(({ id }) => id), 'moved_assistance_group']],
		['decile', DECILES],
		['sex', SEXES],
		['age', AGE_BANDS],
		['waiting', WAITING_BANDS],
		['k6_measure', ['members', 'active']]
	];
	for (const [name, values] of types)
		await run(`CREATE TYPE ${schema}.${name} AS ${enumOf(values)}`);
	const h = (what: string) => `hash(pid, '${what}', ${seed})`;
	const places = regions.map((region, index) => `(${index}, '${region}')`).join(', ');
	await run(`CREATE OR REPLACE TEMP TABLE person AS
		SELECT pid, (${h('key')} % 4096)::USMALLINT AS rkey, code AS region,
			1 + ${h('decile')} % 6 + ${h('more')} % 5 AS decile,
			CASE WHEN ${h('sex')} % 2 = 0 THEN 'male' ELSE 'female' END AS sex,
			['0-14', '15-24', '25-44', '45-64', '65+'][1 + (${h('age')} % 5)::INT] AS age,
			${h('business')} % 3 = 0 AS business
		FROM (SELECT (i * 7919)::UBIGINT AS pid, i FROM range(${people}) AS people(i)) AS one
		JOIN (VALUES ${places}) AS places(index, code)
			ON index = (pow((${h('place')} % 1000) / 1000.0, 1.6) * ${regencies})::INT % ${regencies}
		WHERE ${where}`);
	const facts = FACTS.map((fact) =>
		fact.startsWith('event_') || /_(joined|left)$/.test(fact)
			? `hash(pid, '${fact}', m, ${seed}) % 1000 < ${share(fact)} AS ${fact}`
			: `(${h(fact)} % 1000 < ${share(fact)} AND m >= (${h(`${fact} from`)} % ${months + 6})::INT - 6) AS ${fact}`
	);
	await run(`CREATE OR REPLACE TEMP TABLE person_month AS SELECT person.*, m,
			(DATE '2024-01-01' + to_months(m::INT))::DATE AS month, ${facts.join(', ')},
			decile <= 2 AS decile_1_2, decile <= 5 AS decile_1_5, age IN ('15-24', '25-44', '45-64') AS productive_age
		FROM person, range(${months}) AS all_months(m)`);
	const up = `(SELECT pid, '00' AS region FROM person UNION ALL SELECT pid, region[:2] FROM person UNION ALL
		SELECT pid, region FROM person UNION ALL SELECT pid, 'list:priority' FROM person
		WHERE region IN (${listed.map((region) => `'${region}'`).join(', ')}))`;
	const measures = MEASURES.map(
		({ id, predicate }) => `SELECT '${id}' AS measure, pid, rkey, month, decile, sex, age
		FROM person_month WHERE ${sqlOf(predicate)}`
	).join(' UNION ALL ');
	await run(
		`CREATE OR REPLACE TEMP TABLE base AS SELECT here.region, measured.* FROM (${measures}) AS measured JOIN ${up} AS here USING (pid)`
	);
	await run(
		`CREATE TABLE ${schema}.k1 AS SELECT region::${schema}.region AS region, month, measure::${schema}.measure AS measure, ${COUNTS} FROM base GROUP BY ALL ORDER BY 1, 2, 3`
	);
	await run(
		`CREATE TABLE ${schema}.k2 AS SELECT region::${schema}.region AS region, month, measure::${schema}.measure AS measure, decile::VARCHAR::${schema}.decile AS decile, ${COUNTS} FROM base GROUP BY ALL ORDER BY 1, 2, 3`
	);
	await run(`CREATE TABLE ${schema}.k3 AS SELECT region::${schema}.region AS region, month, measure::${schema}.measure AS measure,
		coalesce(sex, '*')::${schema}.sex AS sex, coalesce(age, '*')::${schema}.age AS age, ${COUNTS}
		FROM base GROUP BY GROUPING SETS ((region, month, measure, sex), (region, month, measure, age), (region, month, measure, sex, age)) ORDER BY 1, 2, 3`);
	await run(`CREATE TABLE ${schema}.k4 AS SELECT region::${schema}.region AS region, year, measure::${schema}.measure AS measure,
		coalesce(decile, '*')::${schema}.decile AS decile, coalesce(sex, '*')::${schema}.sex AS sex, coalesce(age, '*')::${schema}.age AS age, ${COUNTS}
		FROM (SELECT DISTINCT region, measure, pid, rkey, year(month)::SMALLINT AS year, decile::VARCHAR AS decile, sex, age FROM base)
		GROUP BY region, measure, year, CUBE (decile, sex, age) ORDER BY 1, 2, 3`);
	await run(`CREATE TABLE ${schema}.k5 AS SELECT region::${schema}.region AS region, year, 'moved_assistance_group'::${schema}.measure AS measure,
		coalesce(waiting, '*')::${schema}.waiting AS waiting, ${COUNTS}
		FROM (SELECT DISTINCT region, pid, rkey, year(month)::SMALLINT AS year, ['0-5', '6-11', '12-23'][1 + (hash(pid) % 3)::INT] AS waiting FROM base WHERE measure = 'step_group')
		GROUP BY region, year, CUBE (waiting) ORDER BY 1, 2, 3`);
	await run(`CREATE TABLE ${schema}.k6 AS SELECT cooperative, month, measure::${schema}.k6_measure AS measure, ${COUNTS}
		FROM (SELECT 'K-' || region || '-' || (pid % 3) AS cooperative, month, 'members' AS measure, pid, rkey FROM base WHERE measure = 'kmp' AND length(region) = 5
			UNION ALL SELECT 'K-' || region || '-' || (pid % 3), month, 'active', pid, rkey FROM base WHERE measure = 'kmp_active' AND length(region) = 5)
		GROUP BY ALL ORDER BY 1, 2, 3`);
	await run(`CREATE TABLE ${schema}.region_level AS SELECT region::${schema}.region AS region,
		CASE WHEN region = '00' THEN 'nation' WHEN region LIKE 'list:%' THEN 'list' WHEN length(region) = 2 THEN 'province' ELSE 'regency' END AS level,
		CASE WHEN length(region) = 5 THEN region[:2] END AS province FROM (VALUES ${all.map((region) => `('${region}')`).join(', ')}) AS r(region)`);
	await run(
		`CREATE TABLE ${schema}.list_member AS SELECT 'list:priority'::${schema}.region AS list, region::${schema}.region AS region FROM (VALUES ${listed.map((region) => `('${region}')`).join(', ')}) AS r(region)`
	);
	await run(
		`CREATE TABLE ${schema}.withheld (cube VARCHAR, layer VARCHAR, region VARCHAR, period VARCHAR, measure VARCHAR)`
	);
	for (const table of ['base', 'person_month', 'person']) await run(`DROP TABLE ${table}`);
}
