/** A month as a whole number, `year * 12 + month - 1`, so that months can be counted and compared. */
export type MonthNumber = number;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month of `2025-12`; null where the text is none. */
export function parseMonth(text: string): MonthNumber | null {
	const [, year, month] = MONTH.exec(text) ?? [];
	return year === undefined || month === undefined ? null : Number(year) * 12 + Number(month) - 1;
}

/** `2025-12`. */
export function monthText(month: MonthNumber): string {
	const year = Math.floor(month / 12);
	return `${year}-${String(month - year * 12 + 1).padStart(2, '0')}`;
}

/** Day of the month, ISO. */
export function dayOfMonth(month: MonthNumber, day: number): string {
	return `${monthText(month)}-${String(day).padStart(2, '0')}`;
}

/** Last day of the month, ISO. */
export function lastDayOf(month: MonthNumber): string {
	const year = Math.floor(month / 12);
	return dayOfMonth(month, new Date(Date.UTC(year, month - year * 12 + 1, 0)).getUTCDate());
}
