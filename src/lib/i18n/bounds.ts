import type { BoundedFigure, Unit } from '$lib/model';
import { formatAmount } from './format';
import type { Locale } from './locale';
import { m } from './paraglide/messages';
import { unitName } from './words';

/** Decimals of a rate with bounds: more would say more than the bounds do. */
export const RATE_DECIMALS = 1;

/** `antara 1.231 dan 1.239 orang`. A rate's ends are rounded outwards, so that both stay true. */
export function formatBounds(
	[low, high]: readonly [number, number],
	unit: Unit,
	locale: Locale,
	{ bare = false } = {}
): string {
	const ends = { low: end(low, unit, locale, 'down'), high: end(high, unit, locale, 'up') };
	const words = m.protection_between(ends, { locale });
	const name = bare ? '' : unitName(unit, locale);
	return name === '' ? words : `${words} ${name}`;
}

/**
 * Between which values the true one lies, as far as that is known: of a figure that lacks lists it is
 * `sekurangnya 8,5%`, or nothing. Empty too of a figure without a value or without bounds.
 */
export function boundsWords(
	{ value, bounds, unit, incomplete, atLeast = false }: BoundedFigure,
	locale: Locale
): string {
	if (value === null || bounds === null) return '';
	if (!incomplete) return formatBounds(bounds, unit, locale, { bare: true });
	return atLeast
		? m.protection_at_least({ low: end(bounds[0], unit, locale, 'down') }, { locale })
		: '';
}

/** `umumnya di bawah 3,1%`: of a rate whose part is withheld. */
export function formatBelow(high: number, unit: Unit, locale: Locale): string {
	return m.protection_below({ high: end(high, unit, locale, 'up') }, { locale });
}

/** `3,1%`: the upper end of a figure, rounded upwards, so that it stays true. */
export function formatUpper(high: number, unit: Unit, locale: Locale): string {
	return end(high, unit, locale, 'up');
}

function end(value: number, unit: Unit, locale: Locale, way: 'up' | 'down'): string {
	if (unit !== 'percent') return formatAmount(value, unit, locale);
	const step = 10 ** RATE_DECIMALS;
	// Ends that stand on a step but for the last bits of a double are not moved.
	const scaled = Number((value * step).toPrecision(12));
	const rounded = (way === 'up' ? Math.ceil(scaled) : Math.floor(scaled)) / step;
	return formatAmount(rounded, unit, locale, { decimals: RATE_DECIMALS });
}
