import type { TellDistricts } from '$lib/answer/districts-told';
import { madeOf } from '$lib/engine/asked';
import { type BoundedFigure, type Reporting, monthPeriod } from '$lib/model';
import {
	type CellContext,
	type CountedCell,
	cellFigure,
	rateFigure
} from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import type { CooperativeRow } from '$lib/query/computed/cooperatives';

/** Members of a cooperative in a month, those who are active, and their share; null where no share is made. */
export interface MemberMonth {
	/** First day. */
	month: string;
	members: BoundedFigure;
	active: BoundedFigure;
	share: BoundedFigure | null;
}

/** A cooperative month by month, in the order of time. */
export interface CooperativeMembers {
	code: string;
	months: readonly MemberMonth[];
}

/**
 * The rows of a programme's cooperatives as figures, from the first month in which any has members: of
 * months before the first cooperative there is nothing to withhold.
 * @param tell of how many of the place's districts a figure is
 */
export function membersByCooperative(
	rows: readonly CooperativeRow[],
	context: CellContext,
	tell: TellDistricts = (figure) => figure
): CooperativeMembers[] {
	const begin = rows
		.filter(({ members }) => members !== null)
		.reduce((first, { month }) => (month < first ? month : first), '9999');
	const found = new Map<string, MemberMonth[]>();
	for (const row of rows.filter(({ month }) => month >= begin)) {
		const months = found.get(row.code) ?? [];
		months.push(monthOf(row, context, tell));
		found.set(row.code, months);
	}
	return [...found].map(([code, months]) => ({ code, months }));
}

const MEMBER_LISTS = withLists('koperasi_kampung').lists;
const ACTIVE_LISTS = withLists('koperasi_kampung_active').lists;

function monthOf(row: CooperativeRow, context: CellContext, tell: TellDistricts): MemberMonth {
	const [year = 0, month = 0] = row.month.split('-').map(Number);
	const at = { ...context, period: monthPeriod(year, month) };
	const cell = (measure: string, published: number | null, reach: Reporting): CountedCell =>
		madeOf({ region: row.code, measure, published, reach }, [row]);
	const members = cell('members', row.members, row.membersReach);
	const active = cell('active', row.active, row.activeReach);
	const share = rateFigure(active, members, at);
	return {
		month: row.month,
		members: tell(cellFigure(members, at), MEMBER_LISTS),
		active: tell(cellFigure(active, at), ACTIVE_LISTS),
		share: share && tell(share, ACTIVE_LISTS)
	};
}

/**
 * How two counts of one cooperative differ, with the bounds of both together. Null where one of them is
 * not published.
 */
export function changeBetween(before: BoundedFigure, after: BoundedFigure): BoundedFigure | null {
	if (before.value === null || after.value === null || !before.bounds || !after.bounds) return null;
	return {
		...after,
		indicator: `${after.indicator}_change`,
		period: { start: before.period.start, end: after.period.end },
		value: after.value - before.value,
		bounds: [after.bounds[0] - before.bounds[1], after.bounds[1] - before.bounds[0]],
		incomplete: before.incomplete || after.incomplete,
		// Lists that are still to come may turn it about.
		atLeast: false
	};
}

/** The code that lists give the cooperative to which a source gives a number. */
export function codeOf(number: number): string {
	return `KAMPUNG-31-${String(number).padStart(2, '0')}`;
}
