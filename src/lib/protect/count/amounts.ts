import { ACTIVITIES, MEASURES } from '$lib/model';
import type { Statement } from '../sql';
import { leadOf, monthsOf, yearsOf, type Window } from '../window';
import { measureNumber } from './base';
import { monthSql } from './bits';
import { inPart, WHOLE, type Part } from './part';
import { ageBandSql } from './ages';

/** Measures with rupiah, by the code of the activity whose amounts they add up. */
function kinds(): string {
	return MEASURES.flatMap(({ id, amount }) =>
		amount === null ? [] : [`(${ACTIVITIES.indexOf(amount)}, ${measureNumber(id)})`]
	).join(', ');
}

function insert(base: string, period: string, from: string, ages: string): string {
	return `INSERT INTO ${base}
		SELECT period, region, measure, decile, sex, ${ages} AS age,
			sum(rupiah)::BIGINT, max(rupiah)::BIGINT, count(*)::INTEGER
		FROM (SELECT ${period} AS period, pid, measure, sum(rupiah)::BIGINT AS rupiah
				FROM ${from} GROUP BY ALL)
			JOIN person USING (pid)
		GROUP BY ALL`;
}

/** The age band on the last day of `period`, which is a column here: one branch a period. */
function agesBy(periods: readonly number[], lastMonth: (period: number) => number): string {
	const branches = periods.map(
		(period) => `WHEN ${period} THEN ${ageBandSql(String(lastMonth(period)))}`
	);
	return `(CASE period ${branches.join(' ')} END)::UTINYINT`;
}

/**
 * Adds rupiah to the tables of amounts: their sum, the largest that one person stands for, and how
 * many people have an amount at all. Needs `person` of the same part.
 */
export function amountStatements(window: Window, part: Part = WHOLE): Statement[] {
	const paid = `CREATE OR REPLACE TEMP TABLE paid AS
		SELECT pid, kind.measure::UTINYINT AS measure, ${monthSql('date')} AS month, sum(amount)::BIGINT AS rupiah
		FROM activity JOIN (VALUES ${kinds()}) AS kind(code, measure) ON kind.code = activity.kind
			JOIN (SELECT pid, region FROM person) AS home USING (pid)
			JOIN told ON told.region = home.region
		WHERE amount > 0 AND ${inPart(part)} AND ${monthSql('date')} BETWEEN ${window.from} AND ${window.until}
			AND (told_activities >> (${monthSql('date')} - ${leadOf(window)})::BIGINT) & 1 = 1
		GROUP BY ALL`;
	const byMonth = agesBy(monthsOf(window), (month) => month);
	const byYear = agesBy(yearsOf(window), (year) => year * 12 + 11);
	return [
		paid,
		insert('month_amount', 'month', 'paid', byMonth),
		insert('year_amount', '(month // 12)', 'paid', byYear),
		'DROP TABLE paid'
	].map((sql) => ({ name: 'amounts', sql }));
}
