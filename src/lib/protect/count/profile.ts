import type { Measure } from '$lib/model';
import type { Statement } from '../sql';
import { bitOf, monthsOf, yearBits, yearsOf, type Window } from '../window';
import { setColumns, type Moment } from './sets';

/** Whole years of age on the last day of the month, in months: the first month of each band. */
const AGE_STARTS = [0, 15, 25, 45, 65].map((years) => years * 12);

/** Number of the age band in AGE_BANDS (1 is `0-14`), 0 where the birth month is unknown. */
export function ageBandSql(month: number): string {
	const age = `(${month} - birth)`;
	const steps = AGE_STARTS.map((start, index) => ({ start, band: index + 1 })).reverse();
	const cases = steps.map(({ start, band }) => `WHEN ${age} >= ${start} THEN ${band}`);
	return `(CASE WHEN birth IS NULL THEN 0 ${cases.join(' ')} ELSE 0 END)::UTINYINT`;
}

/** The period of a count: a month, or a year in which a person was in the set at any time. */
interface Period {
	number: number;
	/** Month whose last day decides the age. */
	ageAt: number;
	/** 1 where the bits of column `m…` fall into the period, else 0. */
	test: (column: string) => string;
}

function months(window: Window): Period[] {
	return monthsOf(window).map((month) => ({
		number: month,
		ageAt: month,
		test: (column) => `((${column} >> ${bitOf(window, month)}) & 1)`
	}));
}

function years(window: Window): Period[] {
	return yearsOf(window).map((year) => ({
		number: year,
		ageAt: year * 12 + 11,
		test: (column) => `((${column} & ${yearBits(window, year)}::BIGINT) <> 0)::BIGINT`
	}));
}

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

function profile(
	table: string,
	periods: readonly Period[],
	moment: Moment,
	{ from, measures, window, byFamily = false }: ProfileOptions
): Statement[] {
	const family = byFamily ? 'fid, ' : '';
	const sets = `CREATE OR REPLACE TEMP VIEW set_of AS
		SELECT ${family}region, decile, sex, birth, rkey, (pid & 4095)::USMALLINT AS other, shared,
			${setColumns(measures, window, moment).join(',\n\t\t\t')}
		FROM ${from} JOIN told USING (region)`;
	const inserts = periods.map(({ number, ageAt, test }) => {
		const mask = measures.map((_, index) => `(${test(`m${index}`)} << ${index})`).join(' | ');
		return `INSERT INTO ${table}
			SELECT ${family}${number} AS period, region, decile, sex, ${ageBandSql(ageAt)} AS age, mask,
				count(*)::BIGINT, sum(rkey)::BIGINT, sum(other)::BIGINT,
				count(*) FILTER (shared)::BIGINT
			FROM (SELECT *, ${mask} AS mask FROM set_of) WHERE mask <> 0
			GROUP BY ALL`;
	});
	const empty = `CREATE OR REPLACE TEMP TABLE ${table} (${byFamily ? 'fid UBIGINT, ' : ''}
		period SMALLINT, region USMALLINT, decile UTINYINT, sex UTINYINT, age UTINYINT,
		mask BIGINT, n BIGINT, ck BIGINT, ck_other BIGINT, shared BIGINT)`;
	return [empty, sets, ...inserts].map((sql) => ({ name: table, sql }));
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
	return [
		...profile(into.months, months(window), 'last_day', options),
		...profile(into.years, years(window), 'ever', options)
	];
}
