import { ACTIVE_DAYS, ACTIVITIES, ASSISTANCE, type Activity } from '$lib/model';
import type { Window } from '../window';
import { monthSql, rangeBits } from './bits';

/**
 * The latest statement of several rows, whatever their order: the value rides in the low 16 bits
 * of a number that is ordered by how late the statement is. NULL where the value is unknown.
 */
export function latest(rank: string, value: string, known: string): string {
	return `(max(CASE WHEN ${known} THEN (${rank})::BIGINT * 65536 + (${value})::BIGINT END) % 65536)`;
}

/** Rank of a row of `receipt`. Last month first, then first month: an open spell is the latest. */
export const RECEIPT_RANK = 'coalesce(last, 32767)::BIGINT * 32768 + coalesce(first, 0)';

/** One column for each programme of assistance, with the months in which rows of `receipt` say it. */
export function assistanceColumns(window: Window): string[] {
	const months = rangeBits(
		`coalesce(first, ${window.from - 1})`,
		`coalesce(last, ${window.until})`,
		window
	);
	return ASSISTANCE.map(
		(programme, code) =>
			`bit_or(CASE WHEN programme = ${code} THEN ${months} ELSE 0 END) AS ${programme}`
	);
}

/** Months on whose last day a row of `membership` says that the person is a member. */
export function memberMonths(window: Window): string {
	return rangeBits(
		`coalesce(${monthSql('joined')}, ${window.from - 1})`,
		`coalesce(${monthSql('left_on')} - 1, ${window.until})`,
		window
	);
}

/** Codes of the activities that show that a member buys or saves. */
export const TRANSACTION_CODES = codesOf(['ewarung_purchase', 'savings']);

export function codesOf(activities: readonly Activity[]): string {
	return activities.map((activity) => ACTIVITIES.indexOf(activity)).join(', ');
}

/** A transaction makes a member active on each last day of a month within {@link ACTIVE_DAYS} days. */
export function activeMonths(date: string, window: Window): string {
	return rangeBits(monthSql(date), `${monthSql(`(${date} + ${ACTIVE_DAYS + 1})`)} - 1`, window);
}

/** The same of a row of `membership` that knows of a last transaction. */
export function lastTransactionMonths(window: Window): string {
	return `CASE WHEN last_transaction IS NULL THEN 0
		ELSE ${activeMonths('last_transaction', window)} END`;
}
