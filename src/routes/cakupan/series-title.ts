import { comparable } from '$lib/chart/build/comparable';
import { changeOf } from '$lib/chart/build/summary';
import { formatAmount, formatPeriod } from '$lib/i18n/format';
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
	if (!change) {
		const only = figures.find((figure) => comparable(figure) !== null);
		if (!only) return m.coverage_series_title_none({ name }, { locale });
		const value = formatAmount(only.value ?? 0, only.unit, locale);
		const period = formatPeriod(only.period, locale);
		return m.coverage_series_title_single({ name, value, period }, { locale });
	}
	const { first, last } = change;
	const inputs = {
		name,
		from: formatAmount(first.value ?? 0, first.unit, locale),
		to: formatAmount(last.value ?? 0, last.unit, locale),
		since: formatPeriod(first.period, locale),
		until: formatPeriod(last.period, locale)
	};
	if (inputs.from === inputs.to) return m.coverage_series_title_same(inputs, { locale });
	return change.change > 0
		? m.coverage_series_title_up(inputs, { locale })
		: m.coverage_series_title_down(inputs, { locale });
}
