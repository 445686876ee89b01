import { boundsWords, formatBelow } from '$lib/i18n/bounds';
import { formatPeriod, formatValue } from '$lib/i18n/format';
import { incompleteWords } from '$lib/i18n/incomplete';
import { certaintyName, flagName, stateName } from '$lib/i18n/words';
import { type Figure, type Locale, boundsIn, isBounded } from '$lib/model';
import { drawable, numberOptions } from './point';

/** The value with its unit, its bounds, its state, its flag and any doubt: `210.123 keluarga, diterbitkan sumber`. */
export function sayFigure(figure: Figure, locale: Locale): string {
	const value = drawable(figure);
	const words = [stateName(figure.state, locale)];
	const bounds = boundsIn(figure);
	if (bounds !== null && value === null) words.unshift(formatBelow(bounds[1], figure.unit, locale));
	const ends = isBounded(figure) && value !== null ? boundsWords(figure, locale) : '';
	if (ends !== '') words.unshift(ends);
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
