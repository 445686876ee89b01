import type { BoundedFigure } from '$lib/model';
import { formatNumber } from './format';
import type { Locale } from './locale';
import { m } from './paraglide/messages';

/** What is said of a figure that lacks lists: `belum lengkap`, or `belum lengkap: 36 dari 39 daerah`. */
export function incompleteWords(
	{ districts }: Pick<BoundedFigure, 'districts'>,
	locale: Locale
): string {
	if (!districts) return m.protection_incomplete({}, { locale });
	return m.protection_incomplete_of(
		{
			reported: formatNumber(districts.reported, locale),
			total: formatNumber(districts.total, locale)
		},
		{ locale }
	);
}
