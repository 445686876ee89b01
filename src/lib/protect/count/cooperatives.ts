import type { Statement } from '../sql';
import { bitOf, monthsOf, type Window } from '../window';
import { inPart, WHOLE, type Part } from './part';
import { activeMonths, lastTransactionMonths, memberMonths, TRANSACTION_CODES } from './spells';

/** Table `cooperative_person`: who was a member of which cooperative, and bought or saved, as bits. */
export function cooperativeTable(): Statement {
	return {
		name: 'cooperatives',
		sql: `CREATE OR REPLACE TEMP TABLE cooperative_person (cooperative UINTEGER, pid UBIGINT,
			rkey USMALLINT, fid UBIGINT, shared BOOLEAN, member BIGINT, active BIGINT)`
	};
}

/**
 * Adds the people of table `person`. A purchase that names no cooperative makes a member active in
 * each of their own; one that names a cooperative, in that one alone.
 */
export function cooperativeStatements(window: Window, part: Part = WHOLE): Statement[] {
	return [
		{
			name: 'cooperatives',
			sql: `INSERT INTO cooperative_person
				WITH spell AS (SELECT pid, cooperative, bit_or(${memberMonths(window)}) AS stock,
							bit_or(${lastTransactionMonths(window)}) AS last
						FROM membership WHERE ${inPart(part)} GROUP BY ALL),
					bought AS (SELECT pid, cooperative, bit_or(${activeMonths('date', window)}) AS months
						FROM activity WHERE kind IN (${TRANSACTION_CODES}) AND ${inPart(part)} GROUP BY ALL),
					unnamed AS (SELECT pid, months FROM bought WHERE cooperative IS NULL)
				SELECT spell.cooperative, person.pid, person.rkey, person.fid, person.shared,
					stock & told_members,
					stock & told_members & told_activities & (last | coalesce(bought.months, 0) | coalesce(unnamed.months, 0))
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
