import { changeOf } from '$lib/chart/build/summary';
import { formatAmount } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Figure } from '$lib/model';
import type { Asking } from './context';

/** What a region's line shows, in a sentence: up, down, still, or that there is no series. */
export function seriesTitle(
	name: string,
	figures: readonly Figure[],
	{ locale }: Pick<Asking, 'locale'>
): string {
	const change = changeOf(figures);
	if (!change) return m.coverage_series_title_none({ name }, { locale });
	const { first, last } = change;
	const inputs = {
		name,
		from: formatAmount(first.value ?? 0, first.unit, locale),
		to: formatAmount(last.value ?? 0, last.unit, locale)
	};
	if (inputs.from === inputs.to) return m.coverage_series_title_same(inputs, { locale });
	return change.change > 0
		? m.coverage_series_title_up(inputs, { locale })
		: m.coverage_series_title_down(inputs, { locale });
}
