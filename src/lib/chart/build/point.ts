import { RATE_DECIMALS, formatBelow, formatBounds } from '$lib/i18n/bounds';
import { type NumberOptions, formatPeriod, formatValue } from '$lib/i18n/format';
import { certaintyName, flagName, stateName } from '$lib/i18n/words';
import { incompleteWords } from '$lib/i18n/incomplete';
import { type Figure, type Locale, boundsIn, hasValue, isBounded } from '$lib/model';

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

/** The value with its unit, its bounds, its state, its flag and any doubt: `210.123 keluarga, diterbitkan sumber`. */
export function sayFigure(figure: Figure, locale: Locale): string {
	const value = drawable(figure);
	const words = [stateName(figure.state, locale)];
	const bounds = boundsIn(figure);
	if (bounds !== null)
		words.unshift(
			value === null
				? formatBelow(bounds[1], figure.unit, locale)
				: formatBounds(bounds, figure.unit, locale, { bare: true })
		);
	if (value !== null) words.unshift(formatValue(value, figure.unit, locale, numberOptions(figure)));
	if (isBounded(figure) && figure.incomplete) words.push(incompleteWords(figure, locale));
	if (figure.flag !== null) words.push(flagName(figure.flag, locale));
	if (figure.certainty !== 'high') words.push(certaintyName(figure.certainty, locale));
	return words.join(', ');
}

/** `Kabupaten Bogor, 2024`; the name alone where the figure tells of no time. */
export function labelPoint(name: string, figure: Figure, locale: Locale): string {
	if (figure.period.start === '') return name;
	return `${name}, ${formatPeriod(figure.period, locale)}`;
}
