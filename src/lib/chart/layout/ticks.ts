import { formatAmount, formatNumber } from '$lib/i18n/format';
import { type Locale, type Period, type Unit, monthPeriod, shapeOf, yearPeriod } from '$lib/model';

/** Words of value ticks, all with the same decimals. */
export function tickWords(ticks: readonly number[], unit: Unit, locale: Locale): string[] {
	const largest = Math.max(0, ...ticks.map(Math.abs));
	const compact = largest >= 1e5;
	const decimals = Math.max(
		0,
		...ticks.map((tick) => /\.(\d+)/.exec(String(tick))?.[1]?.length ?? 0)
	);
	return ticks.map((tick) => {
		if (tick === 0 && unit !== 'percent') return formatNumber(0, locale);
		return formatAmount(tick, unit, locale, compact ? { compact } : { decimals });
	});
}

/** Middle of a period in milliseconds: where its figure stands on a time axis. */
export function middleOf(period: Period): number {
	const day = 86_400_000;
	return (Date.parse(period.start) + Date.parse(period.end) + day) / 2;
}

/** Ticks of a time axis: years under yearly figures, years or months under others. */
export function timeTicks(
	periods: readonly Period[],
	room: number,
	locale: Locale
): { at: number; label: string }[] {
	const first = Math.min(...periods.map(({ start }) => Date.parse(start)));
	const last = Math.max(...periods.map(({ end }) => Date.parse(end)));
	if (!Number.isFinite(first)) return [];
	const yearly = periods.every((period) => shapeOf(period) === 'year');
	const from = new Date(first).getUTCFullYear();
	const to = new Date(last).getUTCFullYear();
	if (!yearly && to - from < 2)
		return monthTicks(
			periods.every((period) => shapeOf(period) === 'month')
				? [...new Set(periods.map(({ start }) => monthNumber(Date.parse(start))))].sort(
						(a, b) => a - b
					)
				: monthsFrom(first, last),
			room,
			locale
		);
	const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
	const every = stepOf(years.length, room, 48);
	const picked = years.filter((year) => (to - year) % every === 0);
	return picked
		.map((year) => ({
			at: yearly ? middleOf(yearPeriod(year)) : Date.UTC(year, 0, 1),
			label: String(year)
		}))
		.filter(({ at }) => at >= first && at <= last);
}

/** Months after which the same ones come again every year, so that the words can be counted on. */
const EVEN_STEPS = [1, 2, 3, 4, 6, 12, 24];

/**
 * Every so many months, and only such as figures stand in: under the ends of quarters no other month
 * is named.
 */
function monthTicks(months: readonly number[], room: number, locale: Locale) {
	const format = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC'
	});
	const [first = 0] = months;
	const past = months.map((month) => month - first);
	const apart = past.reduce(commonDivisor, 0) || 1;
	const span = past.at(-1) ?? 0;
	const least = apart * stepOf(span / apart + 1, room, 84);
	const every =
		EVEN_STEPS.find((step) => step >= least && step <= span && step % apart === 0) ?? least;
	return months
		.filter((month) => (month - first) % every === 0)
		.map((month) => {
			const at = middleOfMonth(month);
			return { at, label: format.format(at) };
		});
}

/** Months whose middle lies between two times. */
function monthsFrom(first: number, last: number): number[] {
	const months: number[] = [];
	for (let month = monthNumber(first); ; month += 1) {
		const at = middleOfMonth(month);
		if (at > last) return months;
		if (at >= first) months.push(month);
	}
}

/** Where the figure of a month stands: a word half a day before the first would not be on the axis. */
function middleOfMonth(month: number): number {
	return middleOf(monthPeriod(Math.floor(month / 12), (month % 12) + 1));
}

function monthNumber(time: number): number {
	const day = new Date(time);
	return 12 * day.getUTCFullYear() + day.getUTCMonth();
}

function commonDivisor(a: number, b: number): number {
	return b === 0 ? a : commonDivisor(b, a % b);
}

function stepOf(count: number, room: number, each: number): number {
	return Math.max(1, Math.ceil((count * each) / Math.max(room, each)));
}
