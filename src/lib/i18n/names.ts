import { formatNumber } from './format';
import type { Locale } from './locale';
import { m } from './paraglide/messages';

/** So many names are read in a sentence; of more only the first, and how many others there are. */
export const NAMED = 3;

/** `A`, `A dan B`, `A, B, dan C`, `A, B, dan 5 lainnya`. */
export function namesOf(names: readonly string[], locale: Locale): string {
	if (names.length <= NAMED)
		return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
	const shown = names.slice(0, NAMED - 1);
	return m.statistics_and_more(
		{ names: shown.join(', '), rest: formatNumber(names.length - shown.length, locale) },
		{ locale }
	);
}
