import { formatAmount, formatNumber } from '$lib/i18n/format';
import { type Locale, type Period, type Unit, shapeOf, yearPeriod } from '$lib/model';

/** Words of value ticks, all with the same decimals. */
export function tickWords(ticks: readonly number[], unit: Unit, locale: Locale): string[] {
	const largest = Math.max(...ticks.map(Math.abs));
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
	if (!yearly && to - from < 2) return monthTicks(first, last, room, locale);
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

function monthTicks(first: number, last: number, room: number, locale: Locale) {
	const format = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
		month: 'short',
		year: 'numeric',
		timeZone: 'UTC'
	});
	const start = new Date(first);
	const ticks: { at: number; label: string }[] = [];
	for (let month = start.getUTCMonth(); ; month += 1) {
		const at = Date.UTC(start.getUTCFullYear(), month, 16);
		if (at > last) break;
		if (at >= first) ticks.push({ at, label: format.format(at) });
	}
	const every = stepOf(ticks.length, room, 84);
	return ticks.filter((_, index) => index % every === 0);
}

function stepOf(count: number, room: number, each: number): number {
	return Math.max(1, Math.ceil((count * each) / Math.max(room, each)));
}
