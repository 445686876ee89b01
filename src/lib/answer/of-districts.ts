import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';

/** `27`; or `16 that can be compared (39 in all)`, where the others have no figure that is complete. */
export function ofDistricts(some: number, all: number, locale: Locale): string {
	const count = formatNumber(some, locale);
	if (some === all) return count;
	return m.answer_of_districts({ some: count, all: formatNumber(all, locale) }, { locale });
}
