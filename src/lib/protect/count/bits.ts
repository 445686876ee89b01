import { leadOf, type Window } from '../window';

/** Month number of a date column. */
export function monthSql(date: string): string {
	return `(year(${date}) * 12 + month(${date}) - 1)`;
}

/** Bits of the months from `first` to `last` (SQL of month numbers, never NULL), cut to the window. */
export function rangeBits(first: string, last: string, window: Window): string {
	const lead = leadOf(window);
	const low = `greatest(${first}, ${lead})`;
	const high = `least(${last}, ${window.until})`;
	return `(CASE WHEN ${low} > ${high} THEN 0::BIGINT
		ELSE (1::BIGINT << (${high} - ${lead} + 1)::BIGINT) - (1::BIGINT << (${low} - ${lead})::BIGINT) END)`;
}

/** The bit of one month; 0 outside the window, or where the month is NULL. */
export function monthBit(month: string, window: Window): string {
	const lead = leadOf(window);
	return `(CASE WHEN ${month} BETWEEN ${lead} AND ${window.until}
		THEN 1::BIGINT << (${month} - ${lead})::BIGINT ELSE 0::BIGINT END)`;
}

/** Bits from the month on that something was reached; 0 where it never was. */
export function sinceBits(month: string, window: Window): string {
	return `(CASE WHEN ${month} IS NULL THEN 0::BIGINT
		ELSE ${rangeBits(month, String(window.until), window)} END)`;
}
