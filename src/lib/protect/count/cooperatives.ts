import { ACTIVE_DAYS, ACTIVITIES } from '$lib/model';
import type { Statement } from '../sql';
import { bitOf, monthsOf, type Window } from '../window';
import { monthSql, rangeBits } from './bits';
import { WHOLE, type Part } from './people';

/** Table `cooperative_person`: who was a member of which cooperative, and bought or saved, as bits. */
export function cooperativeTable(): Statement {
	return {
		name: 'cooperatives',
		sql: `CREATE OR REPLACE TEMP TABLE cooperative_person (cooperative UINTEGER, pid UBIGINT,
			rkey USMALLINT, fid UBIGINT, shared BOOLEAN, member BIGINT, active BIGINT)`
	};
}

function transacted(date: string, window: Window): string {
	return rangeBits(monthSql(date), `${monthSql(`(${date} + ${ACTIVE_DAYS + 1})`)} - 1`, window);
}

/**
 * Adds the people of table `person`. A purchase that names no cooperative makes a member active in
 * each of their own; one that names a cooperative, in that one alone.
 */
export function cooperativeStatements(window: Window, { number, of }: Part = WHOLE): Statement[] {
	const part = of === 1 ? 'true' : `pid % ${of}::UBIGINT = ${number}`;
	const buying = [ACTIVITIES.indexOf('ewarung_purchase'), ACTIVITIES.indexOf('savings')].join(', ');
	const stock = rangeBits(
		`coalesce(${monthSql('joined')}, ${window.from - 1})`,
		`coalesce(${monthSql('left_on')} - 1, ${window.until})`,
		window
	);
	const last = `CASE WHEN last_transaction IS NULL THEN 0 ELSE ${transacted('last_transaction', window)} END`;
	return [
		{
			name: 'cooperatives',
			sql: `INSERT INTO cooperative_person
				WITH spell AS (SELECT pid, cooperative, bit_or(${stock}) AS stock, bit_or(${last}) AS last
						FROM membership WHERE ${part} GROUP BY ALL),
					bought AS (SELECT pid, cooperative, bit_or(${transacted('date', window)}) AS months
						FROM activity WHERE kind IN (${buying}) AND ${part} GROUP BY ALL),
					unnamed AS (SELECT pid, months FROM bought WHERE cooperative IS NULL)
				SELECT spell.cooperative, person.pid, person.rkey, person.fid, person.shared,
					stock & told_members,
					stock & told_members & (last | coalesce(bought.months, 0) | coalesce(unnamed.months, 0))
				FROM spell JOIN person USING (pid) JOIN told USING (region)
					LEFT JOIN bought ON bought.pid = spell.pid AND bought.cooperative = spell.cooperative
					LEFT JOIN unnamed ON unnamed.pid = spell.pid`
		}
	];
}

/** One row per person, cooperative (by its code), month and measure (`members`, `active`). */
export function cooperativeMonths(window: Window): string {
	const months = monthsOf(window)
		.map((month) => `(${month}, ${bitOf(window, month)})`)
		.join(', ');
	return `SELECT code, month, measure, pid, rkey, fid, shared
		FROM (SELECT code, pid, any_value(rkey) AS rkey, any_value(fid) AS fid, bool_or(shared) AS shared,
				bit_or(member) AS member, bit_or(active) AS active
			FROM cooperative_person JOIN cooperative ON cooperative.number = cooperative_person.cooperative
			GROUP BY code, pid),
			(VALUES ${months}) AS slot(month, bit), (VALUES ('members'), ('active')) AS counted(measure)
		WHERE ((CASE measure WHEN 'members' THEN member ELSE active END) >> bit) & 1 = 1`;
}
