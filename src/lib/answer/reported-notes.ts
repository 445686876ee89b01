import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { Reported } from './place-counts';

/** Of how many districts a total is; of a single place, that its lists had not come. Nothing where all had. */
export function reportedNotes({ received, total }: Reported, locale: Locale): string[] {
	if (received === total) return [];
	if (total === 1) return [m.answer_reported_one({}, { locale })];
	const inputs = { received: formatNumber(received, locale), total: formatNumber(total, locale) };
	return received === 0
		? [m.answer_reported_none(inputs, { locale })]
		: [m.answer_reported(inputs, { locale })];
}
