import type { BoundedFigure } from '$lib/model';
import { RATE_DECIMALS, boundsWords } from './bounds';
import { formatAmount } from './format';
import type { Locale } from './locale';
import { m } from './paraglide/messages';

/** `8,6%`; of a figure that lacks lists `sekurangnya 8,5%` where that much is known, else `sejauh ini 8,6%`. */
export function amountWords(figure: BoundedFigure, locale: Locale): string {
	const { value, unit, incomplete, atLeast = false } = figure;
	if (value === null) return '';
	if (incomplete && atLeast) return boundsWords(figure, locale);
	const decimals = unit === 'percent' ? { decimals: RATE_DECIMALS } : {};
	const amount = formatAmount(value, unit, locale, decimals);
	return incomplete ? m.protection_so_far({ amount }, { locale }) : amount;
}
