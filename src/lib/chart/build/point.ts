import { RATE_DECIMALS } from '$lib/i18n/bounds';
import type { NumberOptions } from '$lib/i18n/format';
import { type Figure, boundsIn, hasValue } from '$lib/model';

/** A figure's value where it may be drawn, null where it is words. Never a zero in place of nothing. */
export function drawable(figure: Figure): number | null {
	if (figure.value === null || !Number.isFinite(figure.value)) return null;
	return hasValue(figure.state) ? figure.value : null;
}

/** How a figure's number is written: a rate with bounds with no more decimals than its bounds have. */
export function numberOptions(figure: Figure): NumberOptions {
	const rate = figure.unit === 'percent' && boundsIn(figure) !== null;
	return rate ? { decimals: RATE_DECIMALS } : {};
}
