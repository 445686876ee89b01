import { ACTIVITIES, ASSISTANCE, COOPERATIVE_PROGRAMMES, type Activity } from '$lib/model';
import { identifier } from '$lib/engine/quote';
import type { Statement } from '../sql';
import type { Window } from '../window';
import { monthBit, monthSql } from './bits';
import { inPart, WHOLE, type Part } from './part';
import {
	activeMonths,
	assistanceColumns,
	codesOf,
	lastTransactionMonths,
	latest,
	memberMonths,
	RECEIPT_RANK,
	TRANSACTION_CODES
} from './spells';

/** One row per person on a list of beneficiaries, with the months of each programme as bits. */
function beneficiaries(window: Window, part: Part): string {
	return `CREATE OR REPLACE TEMP TABLE beneficiary AS
		SELECT pid, min(rkey) AS rkey, max(fid) AS fid,
			${latest(RECEIPT_RANK, 'region', 'true')} AS region,
			${latest(RECEIPT_RANK, 'decile', 'decile > 0')} AS decile,
			${latest(RECEIPT_RANK, 'sex', 'sex > 0')} AS sex,
			${latest(RECEIPT_RANK, 'birth', 'birth IS NOT NULL')} AS birth,
			${latest(RECEIPT_RANK, 'business::INTEGER', 'business IS NOT NULL')} AS business,
			CASE WHEN count(first) = count(*) THEN min(first) END AS assistance_since,
			${assistanceColumns(window).join(',\n\t\t\t')}
		FROM receipt WHERE ${inPart(part)} GROUP BY pid`;
}

function members(window: Window, part: Part): string {
	const joined = monthSql('joined');
	const left = monthSql('left_on');
	const rank = `region_stated::INTEGER * 32768 + coalesce(${joined}, 0)`;
	const bits = COOPERATIVE_PROGRAMMES.flatMap((programme, code) => {
		const one = (sql: string, name: string) =>
			`bit_or(CASE WHEN programme = ${code} THEN ${sql} ELSE 0 END) AS ${name}`;
		return [
			one(memberMonths(window), programme),
			one(monthBit(joined, window), `${programme}_joined`),
			one(monthBit(left, window), `${programme}_left`),
			one(lastTransactionMonths(window), `${programme}_transacted`)
		];
	});
	return `CREATE OR REPLACE TEMP TABLE member AS
		SELECT pid, min(rkey) AS rkey, ${statedBy(rank)}, ${bits.join(',\n\t\t\t')}
		FROM membership WHERE ${inPart(part)} GROUP BY pid`;
}

function statedBy(rank: string): string {
	return `${latest(rank, 'region', 'region IS NOT NULL')} AS region,
			bool_or(region_stated) AS region_stated,
			${latest(rank, 'sex', 'sex > 0')} AS sex,
			${latest(rank, 'birth', 'birth IS NOT NULL')} AS birth`;
}

function participants(window: Window, part: Part): string {
	const month = monthSql('date');
	const rank = `region_stated::INTEGER * 32768 + ${month}`;
	const events = ACTIVITIES.map(
		(activity, code) =>
			`bit_or(CASE WHEN kind = ${code} THEN ${monthBit(month, window)} ELSE 0 END) AS event_${activity}`
	);
	const active = COOPERATIVE_PROGRAMMES.map(
		(programme, code) => `bit_or(CASE WHEN kind IN (${TRANSACTION_CODES})
				AND coalesce(of_cooperative, ${code}) = ${code} THEN ${activeMonths('date', window)} ELSE 0 END)
				AS ${programme}_transacted`
	);
	const since = (kinds: readonly Activity[], name: string) =>
		`min(${month}) FILTER (kind IN (${codesOf(kinds)})) AS ${name}_since`;
	return `CREATE OR REPLACE TEMP TABLE participant AS
		SELECT pid, min(rkey) AS rkey, ${statedBy(rank)},
			${[...events, ...active].join(',\n\t\t\t')},
			${since(['mentoring'], 'mentored')},
			${since(['kube', 'prokus'], 'group')},
			${since(['umi', 'mekaar'], 'micro')},
			${since(['kur'], 'kur')},
			${since(['graduation'], 'graduation')}
		FROM (SELECT activity.*, cooperative.programme AS of_cooperative
			FROM activity LEFT JOIN cooperative ON cooperative.number = activity.cooperative
			WHERE ${inPart(part)})
		GROUP BY pid`;
}

/** Month of the first training on or after the day on which the person joined a KMP. */
function trained(part: Part): string {
	const kmp = COOPERATIVE_PROGRAMMES.indexOf('kmp');
	return `CREATE OR REPLACE TEMP TABLE trained_member AS
		SELECT pid, min(${monthSql('date')}) AS trained_since
		FROM (SELECT pid, date FROM activity
				WHERE kind = ${ACTIVITIES.indexOf('training')} AND ${inPart(part)})
			JOIN (SELECT pid, min(coalesce(joined, DATE '0001-01-01')) AS joined FROM membership
				WHERE programme = ${kmp} AND ${inPart(part)} GROUP BY pid) USING (pid)
		WHERE date >= joined GROUP BY pid`;
}

const MEMBER_BITS = COOPERATIVE_PROGRAMMES.flatMap((programme) => [
	programme,
	`${programme}_joined`,
	`${programme}_left`
]);
const SINCE = ['mentored', 'group', 'micro', 'kur', 'graduation'];

/**
 * One person, one row. What the list of beneficiaries says outranks the list of members, then the
 * activities; the regency that issued the NIK stands in where no list states one.
 */
function person(): string {
	const whole = (source: string, name: string) =>
		`coalesce(${source}.${name}, 0) AS ${identifier(name)}`;
	const columns = [
		...ASSISTANCE.map((name) => whole('b', name)),
		...MEMBER_BITS.map((name) => whole('m', name)),
		...COOPERATIVE_PROGRAMMES.map((programme) => {
			const name = `${programme}_transacted`;
			return `coalesce(m.${name}, 0) | coalesce(a.${name}, 0) AS ${name}`;
		}),
		...ACTIVITIES.map((name) => whole('a', `event_${name}`)),
		...SINCE.map((name) => `a.${name}_since`)
	];
	const stated = (source: string) => `CASE WHEN ${source}.region_stated THEN ${source}.region END`;
	return `CREATE OR REPLACE TEMP TABLE person AS
		SELECT * FROM (
			SELECT coalesce(b.pid, m.pid, a.pid) AS pid,
				coalesce(b.rkey, m.rkey, a.rkey) AS rkey, b.fid,
				coalesce(b.region, ${stated('m')}, ${stated('a')}, m.region, a.region)::USMALLINT AS region,
				coalesce(b.decile, 0)::UTINYINT AS decile,
				coalesce(b.sex, m.sex, a.sex, 0)::UTINYINT AS sex,
				coalesce(b.birth, m.birth, a.birth)::SMALLINT AS birth,
				coalesce(b.business, 0) = 1 AS business, shared_family.fid IS NOT NULL AS shared,
				b.assistance_since, trained_member.trained_since,
				${columns.join(',\n\t\t\t\t')}
			FROM beneficiary AS b
				FULL JOIN member AS m ON b.pid = m.pid
				FULL JOIN participant AS a ON a.pid = coalesce(b.pid, m.pid)
				LEFT JOIN trained_member ON trained_member.pid = coalesce(b.pid, m.pid, a.pid)
				LEFT JOIN shared_family ON shared_family.fid = b.fid)
		WHERE region IS NOT NULL`;
}

/** Families with more than one person on the lists: counted apart, so that nine families are never ten. */
export const SHARED_FAMILIES: Statement = {
	name: 'families',
	sql: `CREATE OR REPLACE TEMP TABLE shared_family AS
		SELECT fid FROM receipt WHERE fid IS NOT NULL GROUP BY fid HAVING min(pid) <> max(pid)`
};

/**
 * Makes table `person` of one part of the linked lists: who they are, and month by month (as bits)
 * what holds of them. The lists' own tables are not changed.
 * Needs {@link SHARED_FAMILIES}.
 */
export function peopleStatements(window: Window, part: Part = WHOLE): Statement[] {
	return [
		{ name: 'beneficiaries', sql: beneficiaries(window, part) },
		{ name: 'members', sql: members(window, part) },
		{ name: 'activities', sql: participants(window, part) },
		{ name: 'trained', sql: trained(part) },
		{ name: 'people', sql: person() },
		...['beneficiary', 'member', 'participant', 'trained_member'].map((table) => ({
			name: 'people',
			sql: `DROP TABLE ${table}`
		}))
	];
}
