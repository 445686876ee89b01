/** Months of a demo as absolute month numbers (`year * 12 + month - 1`); both ends are in it. */
export interface Period {
	first: number;
	last: number;
}

/** The last month where none is asked for: fixed, so that a demo is the same on any day. */
export const DEFAULT_UNTIL = '2025-12';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The absolute month number of `2025-12`, or null where it is none. */
export function monthNumber(text: string): number | null {
	const [, year, month] = MONTH.exec(text) ?? [];
	return year === undefined || month === undefined ? null : Number(year) * 12 + Number(month) - 1;
}

/** `2025-12` from an absolute month number. */
export function monthText(month: number): string {
	const year = Math.floor(month / 12);
	return `${year}-${String(month - year * 12 + 1).padStart(2, '0')}`;
}

/** The date of a day in a month, ISO. */
export function dateText(month: number, day: number): string {
	return `${monthText(month)}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month, ISO. */
export function lastDay(month: number): string {
	const year = Math.floor(month / 12);
	return dateText(month, new Date(Date.UTC(year, month - year * 12 + 1, 0)).getUTCDate());
}
