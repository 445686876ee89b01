import type { Measure } from '$lib/model';
import { KEY_SPACE } from '../rounding';
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
	/**
	 * Keeps families apart and counts nobody: who of them is in which sets, so that the families
	 * behind a cell can be told one from another. Adds to what {@link familyProfiles} made.
	 */
	byFamily?: boolean;
}

const COUNTS = `count(*)::INTEGER AS n, (sum(rkey) % ${KEY_SPACE})::SMALLINT AS ck,
	(sum(other) % ${KEY_SPACE})::SMALLINT AS ck_other, count(*) FILTER (shared)::INTEGER AS shared`;

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
function runs(table: string, options: ProfileOptions): string {
	const { measures, window, byFamily = false } = options;
	const family = byFamily ? 'fid, ' : '';
	const first = bitOf(window, window.from);
	const last = bitOf(window, window.until);
	const changes = measures.map((_, index) => `xor(m${index}, m${index} << 1)`).join(' | ');
	const lead = leadOf(window);
	return `${byFamily ? `INSERT INTO ${table}` : `CREATE OR REPLACE TEMP TABLE ${table} AS`}
		WITH person_changes AS (SELECT *, ${changes} | ${agingMonths(window)} | (1::BIGINT << ${first}) AS changes
				FROM set_of),
			run AS (SELECT *, (changes >> (start + 1)) AS later
				FROM person_changes, range(${first}, ${last + 1}) AS begun(start)
				WHERE (changes >> start) & 1 = 1),
			placed AS (SELECT ${family}region, decile, sex, ${ageBandSql(`(start + ${lead})`)} AS age,
					start, CASE WHEN later = 0 THEN ${last}
						ELSE least(start + bit_count((later & -later) - 1), ${last}) END AS stop,
					${maskAt(measures, 'start')} AS mask, rkey, other, shared
				FROM run)
		SELECT ${family}region, decile, sex, age, start::UTINYINT AS start, stop::UTINYINT AS stop,
			mask${byFamily ? '' : `, ${COUNTS}`}
		FROM placed WHERE mask <> 0 GROUP BY ALL`;
}

/** Months of the window, each with its bit. */
function slots(window: Window): string {
	return `(SELECT unnest(range(${bitOf(window, window.from)}, ${bitOf(window, window.until) + 1})) AS bit,
		unnest(range(${window.from}, ${window.until + 1}))::SMALLINT AS period) AS slot`;
}

function byMonth({ into, window }: ProfileOptions): string {
	return `CREATE OR REPLACE TEMP TABLE ${into.months} AS
		SELECT period, region, decile, sex, age, mask, sum(n)::INTEGER AS n,
			(sum(ck) % ${KEY_SPACE})::SMALLINT AS ck, (sum(ck_other) % ${KEY_SPACE})::SMALLINT AS ck_other,
			sum(shared)::INTEGER AS shared
		FROM ${runTable(into.months)} JOIN ${slots(window)} ON slot.bit BETWEEN start AND stop
		GROUP BY ALL`;
}

/** Table of the runs that months are laid out from. */
function runTable(months: string): string {
	return `${months}_run`;
}

const GROUP = 'region USMALLINT, decile UTINYINT, sex UTINYINT, age UTINYINT';

/**
 * The empty profiles of families, to which each part of the people adds. By month it is a view: runs
 * are laid out into months only where a cell is in doubt.
 */
export function familyProfiles(into: ProfileOptions['into'], window: Window): Statement[] {
	const table = runTable(into.months);
	return [
		`CREATE OR REPLACE TEMP TABLE ${table}
			(fid UBIGINT, ${GROUP}, start UTINYINT, stop UTINYINT, mask BIGINT)`,
		`CREATE OR REPLACE TEMP TABLE ${into.years} (fid UBIGINT, period SMALLINT, ${GROUP}, mask BIGINT)`,
		`CREATE OR REPLACE TEMP VIEW ${into.months} AS
			SELECT fid, period, region, decile, sex, age, mask
			FROM ${table} JOIN ${slots(window)} ON slot.bit BETWEEN start AND stop`
	].map((sql) => ({ name: into.months, sql }));
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
			${ageBandSql(String(year * 12 + 11))} AS age, mask${byFamily ? '' : `, ${COUNTS}`}
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
	const { into, window, byFamily = false } = options;
	const years = yearsOf(window).map((year) => byYear(year, options));
	const table = runTable(into.months);
	const made = byFamily
		? `INSERT INTO ${into.years}`
		: `CREATE OR REPLACE TEMP TABLE ${into.years} AS`;
	return [
		{ name: into.months, sql: sets(options, 'last_day') },
		{ name: into.months, sql: runs(table, options) },
		...(byFamily
			? []
			: [
					{ name: into.months, sql: byMonth(options) },
					{ name: into.months, sql: `DROP TABLE ${table}` }
				]),
		{ name: into.years, sql: sets(options, 'ever') },
		{ name: into.years, sql: `${made} ${years.join(' UNION ALL ')}` }
	];
}
