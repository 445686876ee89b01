import type { Measure } from '$lib/model';
import type { Statement } from '../sql';
import { bitOf, leadOf, yearBits, yearsOf, type Window } from '../window';
import { ageBandSql, agingMonths } from './ages';
import { setColumns } from './sets';

/** What to profile: see {@link profileStatements}. */
export interface ProfileOptions {
	/** Table of people or families, with `pid`, `rkey`, `region`, `decile`, `sex`, `birth`, `shared`. */
	from: string;
	/** Names of the two tables to make. */
	into: { months: string; years: string };
	measures: readonly Measure[];
	window: Window;
	/** Keeps families apart, so that those behind a cell can be told one from another. */
	byFamily?: boolean;
}

const COUNTS = `count(*)::BIGINT AS n, sum(rkey)::BIGINT AS ck, sum(other)::BIGINT AS ck_other,
	count(*) FILTER (shared)::BIGINT AS shared`;

/** View `set_of`: one row a person, one column a measure with the months in which they are in it. */
function sets(
	{ from, measures, window, byFamily = false }: ProfileOptions,
	moment: 'last_day' | 'ever'
): string {
	return `CREATE OR REPLACE TEMP VIEW set_of AS
		SELECT ${byFamily ? 'fid, ' : ''}region, decile, sex, birth, rkey,
			(pid & 4095)::USMALLINT AS other, shared,
			${setColumns(measures, window, moment).join(',\n\t\t\t')}
		FROM ${from} JOIN told USING (region)`;
}

/** The sets of a person at a bit (a column): bit i of the mask for the i-th measure. */
function maskAt(measures: readonly Measure[], bit: string): string {
	return measures.map((_, index) => `(((m${index} >> ${bit}) & 1) << ${index})`).join(' | ');
}

/**
 * What holds of a person seldom changes, so people are counted by run: months in a row in which
 * nothing changes, neither the sets nor the age band. Counted run by run and laid out into months
 * only when people stand together, this takes a fraction of looking at every person in every month.
 */
function byMonth(options: ProfileOptions): string {
	const { measures, window, byFamily = false, into } = options;
	const family = byFamily ? 'fid, ' : '';
	const first = bitOf(window, window.from);
	const last = bitOf(window, window.until);
	const changes = measures.map((_, index) => `xor(m${index}, m${index} << 1)`).join(' | ');
	const lead = leadOf(window);
	return `CREATE OR REPLACE TEMP TABLE ${into.months} AS
		WITH person_changes AS (SELECT *, ${changes} | ${agingMonths(window)} | (1::BIGINT << ${first}) AS changes
				FROM set_of),
			run AS (SELECT *, (changes >> (start + 1)) AS later
				FROM person_changes, range(${first}, ${last + 1}) AS begun(start)
				WHERE (changes >> start) & 1 = 1),
			placed AS (SELECT ${family}region, decile, sex, ${ageBandSql(`(start + ${lead})`)} AS age,
					start, CASE WHEN later = 0 THEN ${last}
						ELSE least(start + bit_count((later & -later) - 1), ${last}) END AS stop,
					${maskAt(measures, 'start')} AS mask, rkey, other, shared
				FROM run),
			together AS (SELECT ${family}region, decile, sex, age, start, stop, mask, ${COUNTS}
				FROM placed WHERE mask <> 0 GROUP BY ALL)
		SELECT ${family}month::SMALLINT AS period, region, decile, sex, age, mask, sum(n)::BIGINT AS n,
			sum(ck)::BIGINT AS ck, sum(ck_other)::BIGINT AS ck_other, sum(shared)::BIGINT AS shared
		FROM together JOIN (SELECT unnest(range(${first}, ${last + 1})) AS bit,
				unnest(range(${window.from}, ${window.until + 1})) AS month) AS slot
			ON slot.bit BETWEEN start AND stop
		GROUP BY ALL`;
}

/** A year counts who was in a set at any time in it. */
function byYear(year: number, options: ProfileOptions): string {
	const { measures, window, byFamily = false } = options;
	const family = byFamily ? 'fid, ' : '';
	const bits = `${yearBits(window, year)}::BIGINT`;
	const mask = measures
		.map((_, index) => `(((m${index} & ${bits}) <> 0)::BIGINT << ${index})`)
		.join(' | ');
	return `SELECT ${family}${year}::SMALLINT AS period, region, decile, sex,
			${ageBandSql(String(year * 12 + 11))} AS age, mask, ${COUNTS}
		FROM (SELECT *, ${mask} AS mask FROM set_of) WHERE mask <> 0 GROUP BY ALL`;
}

/**
 * Two tables, by month and by year, where people with equal answers stand together (few rows,
 * however many people): for each period, region, decile, sex and age band, how many people are in
 * exactly the sets of `mask` (bit i: the i-th of the measures), with the sum of their record keys.
 * Needs table `told` (region, told_beneficiaries, told_members, told_activities): the months of
 * which each list tells, as bits.
 */
export function profileStatements(options: ProfileOptions): Statement[] {
	const { into, window } = options;
	const years = yearsOf(window).map((year) => byYear(year, options));
	return [
		{ name: into.months, sql: sets(options, 'last_day') },
		{ name: into.months, sql: byMonth(options) },
		{ name: into.years, sql: sets(options, 'ever') },
		{
			name: into.years,
			sql: `CREATE OR REPLACE TEMP TABLE ${into.years} AS ${years.join(' UNION ALL ')}`
		}
	];
}
