import { findBounds } from '$lib/chart/build/classes';
import type { ShadedInput } from '$lib/chart/build/shaded';
import { comparable } from '$lib/chart/build/comparable';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { yearOf, yearPeriod } from '$lib/model';
import type { CoverageDrawing } from '$lib/state/coverage-view';
import { type Asking, sourcesIn } from './context';
import { drawMap } from './map';
import { INDICATOR, type PkhRows, UNIT, doubtsIn } from './pkh-rows';

/** The province's regions, shaded by how many families there are for each hundred poor people. */
export function pkhMap(
	picked: PkhRows,
	members: Set<string> | null,
	drawing: CoverageDrawing,
	asking: Asking
) {
	const { context, locale } = asking;
	const { rows, shown, year } = picked;
	const regions = new Set(shown.map((row) => row.region));
	const input: ShadedInput = {
		id: 'peta',
		locale,
		title: titleOf(picked, asking),
		subtitle: m.coverage_map_subtitle_pkh({ year: String(year) }, { locale }),
		unit: UNIT,
		sources: sourcesIn(
			shown.flatMap((row) => [row.families, row.people]),
			context
		),
		places: context.places.filter((place) => regions.has(place.region)),
		provinceNames: new Map(Object.entries(context.provinceNames)),
		figures: shown,
		asked: { indicator: INDICATOR, period: yearPeriod(year) },
		chosen: picked.region,
		// One scale for all years, so that a colour means the same while the years pass.
		bounds: findBounds(
			rows.flatMap((row) => comparable(row) ?? []),
			'quantile',
			5
		),
		...(members ? { included: members } : {})
	};
	return drawMap(drawing, input, asking);
}

function titleOf({ kept, totals, year, list }: PkhRows, { locale }: Asking): string {
	const count = (value: number) => formatNumber(value, locale);
	const doubted = doubtsIn(kept);
	if (doubted > 0)
		return m.coverage_map_title_doubtful(
			{ doubted: count(doubted), count: count(kept.length), year: String(year) },
			{ locale }
		);
	const own = totals.find((total) => yearOf(total.period) === year)?.value ?? Infinity;
	const values = kept.flatMap((row) => comparable(row) ?? []);
	const inputs = {
		above: count(values.filter((value) => value > own).length),
		count: count(values.length)
	};
	return list
		? m.coverage_map_title_list({ ...inputs, list }, { locale })
		: m.coverage_map_title_pkh(inputs, { locale });
}
