import { formatNumber } from './format';
import type { Locale } from './locale';
import { m } from './paraglide/messages';

/** So many names are read in a sentence; of more only the first, and how many others there are. */
export const NAMED = 3;

/** `A`, `A dan B`, `A, B, dan C`, `A, B, dan 5 lainnya`. */
export function namesOf(names: readonly string[], locale: Locale): string {
	return names.length <= NAMED
		? new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
		: listOfNames(names, NAMED - 1, locale);
}

/** `A, B, C`; of more than so many the first ones, and how many others there are. */
export function listOfNames(names: readonly string[], most: number, locale: Locale): string {
	const shown = names.slice(0, most).join(', ');
	const rest = names.length - most;
	return rest > 0
		? m.statistics_and_more({ names: shown, rest: formatNumber(rest, locale) }, { locale })
		: shown;
}
