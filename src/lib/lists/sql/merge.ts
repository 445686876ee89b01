import { ACTIVITIES, COOPERATIVE_PROGRAMMES, LISTS, type ListKind } from '$lib/model/lists';
import {
	CLEAN,
	COOPERATIVE_CODE,
	EVENT_COOPERATIVE,
	SEVERAL,
	WORK_TABLES,
	validTable
} from './names';

/** Clean tables, each with the number of the file that a row is counted for until it is dropped. */
const CREATE: Readonly<Record<ListKind, string>> = {
	beneficiaries:
		'pid UBIGINT NOT NULL, rkey USMALLINT NOT NULL, fid UBIGINT, frkey USMALLINT, programme UTINYINT NOT NULL, region USMALLINT NOT NULL, decile UTINYINT NOT NULL, sex UTINYINT NOT NULL, birth SMALLINT, "first" SMALLINT, "last" SMALLINT, business BOOLEAN',
	members:
		'pid UBIGINT NOT NULL, rkey USMALLINT NOT NULL, programme UTINYINT NOT NULL, cooperative UINTEGER NOT NULL, region USMALLINT, region_stated BOOLEAN NOT NULL, sex UTINYINT NOT NULL, birth SMALLINT, joined DATE, left_on DATE, last_transaction DATE',
	activities:
		'pid UBIGINT NOT NULL, rkey USMALLINT NOT NULL, kind UTINYINT NOT NULL, "date" DATE NOT NULL, amount BIGINT, cooperative UINTEGER, region USMALLINT, region_stated BOOLEAN NOT NULL, sex UTINYINT NOT NULL, birth SMALLINT'
};

/** What makes two rows of a list speak of the same thing. Numbers stand for NULL. */
const SAME: Readonly<Record<ListKind, readonly string[]>> = {
	beneficiaries: ['pid', 'programme'],
	members: ['pid', 'programme', 'cooperative'],
	activities: ['pid', 'kind', '"date"', 'coalesce(amount, -1)', 'coalesce(cooperative, 0)']
};

/** The order of statements of one spell: the one that reaches farthest, then the one that began last. */
const LATEST = '(to_day::BIGINT << 32) + ((from_day + 1048576)::BIGINT << 8)';

/** The latest statement of those that say something; of equals the greatest value. Never the order of rows. */
function latest(column: string, says: string, order = LATEST): string {
	return `arg_max(${column}, (${order})::HUGEINT * 65536 + ${column}) FILTER (WHERE ${says})`;
}

const PERSON = (order = LATEST) =>
	`coalesce(${latest('sex', 'sex > 0', order)}, 0) AS sex, ${latest('birth', 'birth IS NOT NULL', order)} AS birth`;

const STATED_REGION = (order = LATEST) =>
	`coalesce(${latest('region', 'region_stated', order)}, ${latest('region', 'region IS NOT NULL', order)}) AS region, bool_or(region_stated) AS region_stated`;

/** Columns of a clean row made of all rows of its spell or event. */
const TOGETHER: Readonly<Record<ListKind, string>> = {
	beneficiaries: `any_value(rkey) AS rkey,
		last(fid ORDER BY to_day, from_day, fid) FILTER (WHERE fid IS NOT NULL) AS fid,
		last(frkey ORDER BY to_day, from_day, fid) FILTER (WHERE fid IS NOT NULL) AS frkey,
		${latest('region', 'true')} AS region,
		coalesce(${latest('decile', 'decile > 0')}, 0) AS decile, ${PERSON()},
		CASE WHEN bool_and("first" IS NOT NULL) THEN min("first") END AS "first",
		CASE WHEN bool_and("last" IS NOT NULL) THEN max("last") END AS "last",
		${latest('business::INTEGER', 'business IS NOT NULL')}::BOOLEAN AS business`,
	members: `any_value(rkey) AS rkey, ${STATED_REGION()}, ${PERSON()},
		CASE WHEN bool_and(joined IS NOT NULL) THEN min(joined) END AS joined,
		CASE WHEN bool_and(left_on IS NOT NULL) THEN max(left_on) END AS left_on,
		max(last_transaction) AS last_transaction`,
	activities: `any_value(rkey) AS rkey, ${STATED_REGION('0')}, ${PERSON('0')}`
};

/** Both ends of a spell as whole numbers, open ends far away; months or days since 1900. */
const ENDS: Readonly<Record<'beneficiaries' | 'members', string>> = {
	beneficiaries:
		'coalesce("first"::INTEGER, -1000) AS from_day, coalesce("last"::INTEGER, 1000000) AS to_day',
	members:
		"coalesce(date_diff('day', DATE '1900-01-01', joined), -1000)::INTEGER AS from_day, coalesce(date_diff('day', DATE '1900-01-01', left_on), 1000000)::INTEGER AS to_day"
};

/** Rows of people with more than one, each with the number of its spell among theirs. */
function spells(list: 'beneficiaries' | 'members', matches: string): string {
	const same = SAME[list].join(', ');
	const order = `PARTITION BY ${same} ORDER BY from_day, to_day`;
	return `SELECT *, sum(opens) OVER (${order}) AS spell FROM (
		SELECT *, CASE WHEN from_day <= 1 + max(to_day) OVER (${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS opens
		FROM (SELECT *, ${ENDS[list]} FROM ${validTable(list)} v SEMI JOIN ${SEVERAL} ON ${matches}))`;
}

/** Names of the columns of a clean table, in order. */
function namesOf(list: ListKind): string[] {
	return CREATE[list].split(', ').map((column) => column.split(' ')[0] ?? '');
}

/** How a row's cooperative, known by its code, gets its number. */
const NUMBER: Readonly<Record<ListKind, string>> = {
	beneficiaries: '',
	members: 'JOIN cooperative n ON n.code_number = q.cooperative AND n.programme = q.programme',
	activities: `LEFT JOIN ${EVENT_COOPERATIVE} n ON n.code_number = q.cooperative AND n.kind = q.kind`
};

/**
 * Statements that merge the valid rows of a list into its clean table. Identical, overlapping and
 * adjoining spells become one, widened; identical events become one. What rows of a spell say
 * differently is taken from the latest statement. Only people with several rows are looked at
 * closely. Needs the tables of {@link cooperativeSql}.
 */
export function mergeSql(list: ListKind): string[] {
	const names = namesOf(list);
	const table = CLEAN[list];
	const valid = validTable(list);
	const same = SAME[list].join(', ');
	const matches = SAME[list].map((key, at) => `${key} = k${at}`).join(' AND ');
	const kept = names.map((name) => (name === 'cooperative' ? 'n.number' : `q.${name}`));
	const insert = (rows: string) =>
		`INSERT INTO ${table} (${names.join(', ')}, file) SELECT ${kept.join(', ')}, q.file FROM (${rows}) q ${NUMBER[list]}`;
	const together =
		list === 'activities'
			? `SELECT pid, kind, "date", amount, cooperative, ${TOGETHER[list]}, min(file) AS file
				FROM ${valid} SEMI JOIN ${SEVERAL} ON ${matches} GROUP BY pid, kind, "date", amount, cooperative`
			: `SELECT ${same}, ${TOGETHER[list]}, min(file) AS file FROM (${spells(list, matches)}) GROUP BY ${same}, spell`;
	return [
		`CREATE OR REPLACE TABLE ${table} (${CREATE[list]}, file USMALLINT)`,
		`CREATE OR REPLACE TABLE ${SEVERAL} AS
			SELECT ${SAME[list].map((key, at) => `${key} AS k${at}`).join(', ')} FROM ${valid} GROUP BY ALL HAVING count(*) > 1`,
		insert(`SELECT * FROM ${valid} ANTI JOIN ${SEVERAL} ON ${matches}`),
		insert(together)
	];
}

/** Rows of a clean table by the file for which they are counted. */
export function linkedSql(list: ListKind): string {
	return `SELECT file, count(*) AS linked FROM ${CLEAN[list]} GROUP BY file`;
}

/** Cooperative programme that an activity with a cooperative belongs to, where its kind tells. */
function kindProgramme(): string {
	const kjmis = COOPERATIVE_PROGRAMMES.indexOf('kjmis');
	const kinds = (['ewarung_purchase', 'shu'] as const).map((kind) => ACTIVITIES.indexOf(kind));
	return `(CASE WHEN kind IN (${kinds.join(', ')}) THEN ${kjmis} END)`;
}

/**
 * Statements that number the cooperatives (by code, then programme; so never by the order of rows).
 * A code of two programmes is two cooperatives; an activity belongs to that of the programme which
 * its kind tells, else to the first. `programme` is NULL for a cooperative of which there are only
 * activities, of a kind that tells none.
 */
export function cooperativeSql(): string[] {
	return [
		`CREATE OR REPLACE TABLE cooperative AS
			WITH known AS (SELECT DISTINCT cooperative, programme FROM ${validTable('members')}),
			alone AS (SELECT cooperative, min(${kindProgramme()})::UTINYINT AS programme FROM ${validTable('activities')}
				WHERE cooperative IS NOT NULL AND cooperative NOT IN (SELECT cooperative FROM known) GROUP BY cooperative)
			SELECT (row_number() OVER (ORDER BY code, programme))::UINTEGER AS number, code, programme, cooperative AS code_number
			FROM (SELECT * FROM known UNION ALL SELECT * FROM alone) JOIN ${COOPERATIVE_CODE} USING (cooperative) ORDER BY number`,
		`CREATE OR REPLACE TABLE ${EVENT_COOPERATIVE} AS
			SELECT kind, code_number, coalesce(min(number) FILTER (WHERE programme = ${kindProgramme()}), min(number)) AS number
			FROM cooperative, (SELECT range::UTINYINT AS kind FROM range(${ACTIVITIES.length})) GROUP BY kind, code_number`
	];
}

/** Statements that leave nothing but the clean tables. */
export function finishSql(): string[] {
	return [
		'ALTER TABLE cooperative DROP COLUMN code_number',
		...LISTS.map((list) => `ALTER TABLE ${CLEAN[list]} DROP COLUMN file`),
		...WORK_TABLES.map((table) => `DROP TABLE IF EXISTS ${table}`)
	];
}
