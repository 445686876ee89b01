import { type Period, type Unit, shapeOf } from '$lib/model';
import type { Locale } from './locale';
import { unitName } from './words';

const TAG: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' };

/** Fixed and greatest number of decimals in which a unit is written. */
const DECIMALS: Partial<Record<Unit, [number, number]>> = {
	percent: [2, 2],
	points: [2, 2],
	families_per_100_people: [1, 1],
	permits_per_day: [1, 1],
	km2: [0, 0],
	number: [0, 2]
};

const numbers = new Map<string, Intl.NumberFormat>();

/** With a minus that a line does not break after, and none before what rounds to zero. */
function written(value: number, locale: Locale, options: Intl.NumberFormatOptions): string {
	const key = locale + JSON.stringify(options);
	let format = numbers.get(key);
	if (!format) {
		format = new Intl.NumberFormat(TAG[locale], { ...options, signDisplay: 'negative' });
		numbers.set(key, format);
	}
	return format.format(value).replace('-', '−');
}

export interface NumberOptions {
	/** Fixed number of decimals; the unit's own where not given. */
	decimals?: number;
	/** As many decimals as the number has, up to this. */
	upTo?: number;
	/** A year or a code is written without marks of thousands. */
	ungrouped?: boolean;
	/** `1,2 jt` and `369 M` (miliar) in Indonesian, `1.2 million` in English. */
	compact?: boolean;
}

/** The number alone, as its language writes it: `1.234,5` or `1,234.5`. */
export function formatNumber(value: number, locale: Locale, options: NumberOptions = {}): string {
	if (options.compact)
		return written(value, locale, {
			notation: 'compact',
			compactDisplay: locale === 'id' ? 'short' : 'long',
			maximumFractionDigits: options.decimals ?? 1
		}).replace(/\u00a0/g, ' ');
	const decimals = options.decimals;
	return written(value, locale, {
		minimumFractionDigits: decimals ?? 0,
		maximumFractionDigits: decimals ?? options.upTo ?? 2,
		...(options.ungrouped ? { useGrouping: false } : {})
	});
}

/** The number as its unit is written, without the unit's name: `8,47%`, `Rp369 M`, `115.067`. */
export function formatAmount(
	value: number,
	unit: Unit,
	locale: Locale,
	options: NumberOptions = {}
): string {
	const [least, most] = DECIMALS[unit] ?? [0, 0];
	const text = options.compact
		? formatNumber(value, locale, { ...options, decimals: options.decimals ?? 2 })
		: written(value, locale, {
				minimumFractionDigits: options.decimals ?? (value === 0 ? 0 : least),
				maximumFractionDigits: options.decimals ?? most
			});
	if (unit === 'percent') return `${text}%`;
	if (unit === 'rupiah' || unit === 'rupiah_per_month') return `Rp${text}`;
	return text;
}

/** The number with its unit's name: `115.067 keluarga`, `8,47%`, `3.167 izin`. */
export function formatValue(
	value: number,
	unit: Unit,
	locale: Locale,
	options: NumberOptions = {}
): string {
	const amount = formatAmount(value, unit, locale, options);
	const name = unitName(unit, locale, value);
	return name === '' ? amount : `${amount} ${name}`;
}

const dates = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	let format = dates.get(key);
	if (!format)
		dates.set(
			key,
			(format = new Intl.DateTimeFormat(TAG[locale], { ...options, timeZone: 'UTC' }))
		);
	return format;
}

/** An ISO date (`2020-07-06`), month (`2020-07`) or year (`2020`) in words. */
export function formatDate(iso: string, locale: Locale): string {
	if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(iso)) return iso;
	if (iso.length === 4) return iso;
	const date = new Date(iso.length === 7 ? `${iso}-01` : iso);
	return dateFormat(
		locale,
		iso.length === 7
			? { month: 'long', year: 'numeric' }
			: { day: 'numeric', month: 'long', year: 'numeric' }
	).format(date);
}

/** A period in the fewest words that say it: `2024`, `Maret 2024`, `6 Juli 2020`, or from-to. */
export function formatPeriod(period: Period, locale: Locale): string {
	switch (shapeOf(period)) {
		case 'year':
			return period.start.slice(0, 4);
		case 'month':
			return formatDate(period.start.slice(0, 7), locale);
		case 'day':
			return formatDate(period.start, locale);
		case 'span':
			return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(
				new Date(period.start),
				new Date(period.end)
			);
	}
}
