/** A span of days, both ends included, as ISO dates (`2024-01-01`). A single day has equal ends. */
export interface Period {
	start: string;
	end: string;
}

export type PeriodShape = 'year' | 'month' | 'day' | 'span';

const DAY = 86_400_000;

/** The calendar year as a period. */
export function yearPeriod(year: number): Period {
	return { start: `${year}-01-01`, end: `${year}-12-31` };
}

/** The calendar month (1-12) as a period. */
export function monthPeriod(year: number, month: number): Period {
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	const head = `${year}-${String(month).padStart(2, '0')}`;
	return { start: `${head}-01`, end: `${head}-${String(last).padStart(2, '0')}` };
}

/** Number of days in the period, both ends counted. */
export function daysIn(period: Period): number {
	return Math.round((Date.parse(period.end) - Date.parse(period.start)) / DAY) + 1;
}

/** How a period is best said: as a year, a month, a day, or from-to. */
export function shapeOf(period: Period): PeriodShape {
	const [year, month] = period.start.split('-').map(Number) as [number, number];
	if (period.start === period.end) return 'day';
	const whole = yearPeriod(year);
	if (period.start === whole.start && period.end === whole.end) return 'year';
	const single = monthPeriod(year, month);
	if (period.start === single.start && period.end === single.end) return 'month';
	return 'span';
}

export function yearOf(period: Period): number {
	return Number(period.start.slice(0, 4));
}

/** `start/end` in ISO 8601, or the single day: for attributes and keys. */
export function periodKey(period: Period): string {
	return period.start === period.end ? period.start : `${period.start}/${period.end}`;
}
