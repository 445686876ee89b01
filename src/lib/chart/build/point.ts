import { formatPeriod, formatValue } from '$lib/i18n/format';
import { certaintyName, flagName, stateName } from '$lib/i18n/words';
import { type Figure, type Locale, hasValue } from '$lib/model';

/** A figure's value where it may be drawn, null where it is words. Never a zero in place of nothing. */
export function drawable(figure: Figure): number | null {
	if (figure.value === null || !Number.isFinite(figure.value)) return null;
	return hasValue(figure.state) ? figure.value : null;
}

/** The value with its unit, its state, its flag and any doubt: `210.123 keluarga, diterbitkan sumber`. */
export function sayFigure(figure: Figure, locale: Locale): string {
	const value = drawable(figure);
	const words = [stateName(figure.state, locale)];
	if (value !== null) words.unshift(formatValue(value, figure.unit, locale));
	if (figure.flag !== null) words.push(flagName(figure.flag, locale));
	if (figure.certainty !== 'high') words.push(certaintyName(figure.certainty, locale));
	return words.join(', ');
}

/** `Kabupaten Bogor, 2024` */
export function labelPoint(name: string, figure: Figure, locale: Locale): string {
	return `${name}, ${formatPeriod(figure.period, locale)}`;
}
