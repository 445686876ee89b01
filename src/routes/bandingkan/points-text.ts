import { formatNumber } from '$lib/i18n/format';
import type { Locale } from '$lib/model';

/** Percentage points with their sign, as tables write them; what rounds to nothing has none. */
export function pointsText(value: number, locale: Locale): string {
	const text = formatNumber(Math.abs(value), locale, { decimals: 1 });
	return `${value < 0 && /[1-9]/.test(text) ? '−' : ''}${text}`;
}
