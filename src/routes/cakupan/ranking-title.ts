import type { Spread } from '$lib/chart/build/summary';
import { m } from '$lib/i18n/paraglide/messages';
import type { Asking } from './context';

/** Who stands first and last, and among whom. */
export function rankingTitle(
	place: string,
	{ highest, lowest }: Pick<Spread, 'highest' | 'lowest'>,
	{ locale }: Pick<Asking, 'locale'>
): string {
	if (!highest || !lowest) return m.coverage_rank_title_empty({}, { locale });
	return m.coverage_rank_title_in(
		{ place, highest: highest.label, lowest: lowest.label },
		{ locale }
	);
}
