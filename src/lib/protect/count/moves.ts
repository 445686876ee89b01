import { STEPS, moveId, type Step } from '$lib/model';
import type { Statement } from '../sql';
import { leadOf, type Window } from '../window';

/** Column of `person` with the month in which a step was first reached. */
const REACHED: Readonly<Record<Step, string>> = {
	assistance: 'assistance_since',
	group: 'group_since',
	micro: 'micro_since',
	kur: 'kur_since',
	graduated: 'graduation_since'
};

/** First month of each waiting band after the first, in months waited. */
const WAITING_STARTS = [0, 6, 12, 24, 36] as const;

/** Every step up: from a lower step of the ladder to a higher one. */
export const MOVES: readonly { from: Step; to: Step; id: string }[] = STEPS.flatMap((from, index) =>
	STEPS.slice(index + 1).map((to) => ({ from, to, id: moveId(from, to) }))
);

function stepSql(month: string, window: Window): string {
	const lead = leadOf(window);
	const held = STEPS.slice(1)
		.map((step, index) => `WHEN ${REACHED[step]} <= ${month} THEN ${index + 1}`)
		.reverse();
	return `(CASE ${held.join(' ')}
		WHEN ${month} >= ${lead} AND ((pkh | sembako) >> (${month} - ${lead})::BIGINT) & 1 = 1 THEN 0 END)`;
}

function moveSql(to: Step, window: Window): string {
	const month = REACHED[to];
	const rank = STEPS.indexOf(to);
	const before = stepSql(`(${month} - 1)`, window);
	const told = `(told_beneficiaries & told_activities) >> (${month} - ${leadOf(window)})::BIGINT & 1 = 1`;
	return `SELECT pid, fid, rkey, region, ${month} AS month, ${before} AS lower, ${rank} AS higher,
			assistance_since, group_since, micro_since, kur_since
		FROM person JOIN told USING (region)
		WHERE ${month} BETWEEN ${window.from} AND ${window.until}
			AND ${stepSql(month, window)} = ${rank} AND ${told}`;
}

function waitingSql(): string {
	const reached = STEPS.slice(0, -1).map((step, index) => `WHEN ${index} THEN ${REACHED[step]}`);
	const waited = `(month - (CASE lower ${reached.join(' ')} END))`;
	const bands = WAITING_STARTS.map(
		(start, index) => `WHEN ${waited} >= ${start} THEN ${index + 1}`
	);
	return `(CASE WHEN ${waited} IS NULL THEN 0 ${bands.reverse().join(' ')} ELSE 0 END)`;
}

/**
 * Table `move_base` (year, region, move, waiting, pid, rkey, fid): one row for each person who stood
 * on a step of the ladder at the end of one month and on a higher one at the end of the next, in the
 * year of that next month. The wait is counted from the month in which the lower step was reached;
 * waiting 0 is unknown, where assistance began before the lists do.
 */
export function moveTable(): Statement {
	return {
		name: 'moves',
		sql: `CREATE OR REPLACE TEMP TABLE move_base (year SMALLINT, region USMALLINT, move UTINYINT,
			waiting UTINYINT, pid UBIGINT, rkey USMALLINT, fid UBIGINT)`
	};
}

/** Adds the moves of the people of table `person`. Needs `told`. */
export function moveStatements(window: Window): Statement[] {
	const rows = STEPS.slice(1).map((step) => moveSql(step, window));
	const numbers = MOVES.map(
		({ from, to }, index) => `(${STEPS.indexOf(from)}, ${STEPS.indexOf(to)}, ${index})`
	);
	return [
		{
			name: 'moves',
			sql: `INSERT INTO move_base
				SELECT (month // 12)::SMALLINT, region, number::UTINYINT, ${waitingSql()}::UTINYINT, pid, rkey, fid
				FROM (${rows.join(' UNION ALL ')})
					JOIN (VALUES ${numbers.join(', ')}) AS step(low, high, number)
						ON step.low = lower AND step.high = higher`
		}
	];
}
