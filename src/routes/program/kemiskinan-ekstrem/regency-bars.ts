import { buildBars } from '$lib/chart/build/bars';
import { spreadOf } from '$lib/chart/build/summary';
import type { ChartModel } from '$lib/chart/model';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, hasValue } from '$lib/model';
import type { BarsAround } from './answer';
import type { PriorityRegency } from './priority-regency';

/** The published rates of extreme poverty of districts, beside the country's; null where there is none. */
export function regencyBars(
	rows: readonly Pick<PriorityRegency, 'name' | 'rate'>[],
	{ nation, sources, cautions, queries }: BarsAround,
	locale: Locale
): ChartModel | null {
	const known = rows
		.map(({ name, rate }) => ({ label: name, figure: rate }))
		.filter(({ figure }) => hasValue(figure.state));
	const [first] = known;
	if (!first) return null;
	const figures = known.map(({ figure }) => figure);
	const named = [...figures, ...(nation ? [nation.figure] : [])];
	const bars = buildBars({
		id: 'kabupaten-prioritas',
		locale,
		title:
			known.length === 1
				? m.extreme_poverty_bars_title_one({ name: first.label }, { locale })
				: m.extreme_poverty_bars_title(
						{
							count: formatNumber(known.length, locale),
							highest: spreadOf(known).highest?.label ?? ''
						},
						{ locale }
					),
		subtitle: m.extreme_poverty_bars_subtitle(
			{ period: formatPeriod(first.figure.period, locale) },
			{ locale }
		),
		unit: 'percent',
		sources: eachOnce(named).flatMap((id) => sources[id] ?? []),
		notes: eachOnce(figures).flatMap((id) => cautions[id] ?? []),
		rows: known,
		...(nation ? { reference: nation } : {})
	});
	return { ...bars, queries };
}

/** Ids of the sources of figures, in the order in which they are met. */
function eachOnce(figures: readonly Figure[]): string[] {
	return [...new Set(figures.map(({ sourceId }) => sourceId))];
}
