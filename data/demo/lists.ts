import { type ListKind, dayOfMonth, lastDayOf } from '$lib/model';
import {
	ACTIVITY_COLUMNS,
	EVENT_COUNTS,
	activityRows,
	calendarSql,
	eventSql,
	purchaseSql
} from './activities';
import { BENEFICIARY_COLUMNS, RECEIPT_COUNTS, beneficiaryRows, receiptSql } from './beneficiaries';
import {
	MEMBERSHIP_COUNTS,
	MEMBER_COLUMNS,
	joiningSql,
	memberRows,
	membershipSql
} from './members';
import { peopleSql } from './people';
import { type Period } from './period';

/** How a list is written and counted, from the tables of a part. */
export interface ListSql {
	list: ListKind;
	columns: readonly string[];
	rows: string;
	counts: string;
}

/** The three lists. */
export function listsOf(period: Period): readonly ListSql[] {
	return [
		{
			list: 'beneficiaries',
			columns: BENEFICIARY_COLUMNS,
			rows: beneficiaryRows(period),
			counts: RECEIPT_COUNTS
		},
		{ list: 'members', columns: MEMBER_COLUMNS, rows: memberRows(), counts: MEMBERSHIP_COUNTS },
		{ list: 'activities', columns: ACTIVITY_COLUMNS, rows: activityRows(), counts: EVENT_COUNTS }
	];
}

/** SQL that is run once, before the first part. */
export const beforeParts = calendarSql;

/** SQL that makes all tables of the people from `from` up to, not with, `to`, in this order. */
export function partSql(from: number, to: number, period: Period, seed: bigint): readonly string[] {
	const end = lastDayOf(period.last);
	return [
		peopleSql(from, to, period, seed),
		...joiningSql(period, end).split(';\n'),
		purchaseSql(),
		receiptSql(period),
		membershipSql(),
		eventSql(period, dayOfMonth(period.first, 1))
	];
}
