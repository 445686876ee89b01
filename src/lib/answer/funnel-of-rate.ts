import { buildFunnel } from '$lib/chart/build/funnel';
import type { ChartModel } from '$lib/chart/model';
import { rateLabel } from '$lib/i18n/indicator-words';
import { measureLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { type RateIndicatorId, rateIndicator } from '$lib/model';
import { roundingVariance } from '$lib/model/statistics/noise';
import { type Chosen, subtitleOf } from './chosen';
import type { Asking } from './context';
import { ofDistricts } from './of-districts';
import type { DistrictRates } from './rate-by-district';

/** A rate of districts against how many people it is made of: which differ by more than chance. */
export function funnelOfRate(
	id: RateIndicatorId,
	{ rows, area }: DistrictRates,
	chosen: Chosen,
	asking: Asking
): ChartModel {
	const { context, locale } = asking;
	const model = buildFunnel({
		id: 'corong',
		locale,
		title: '',
		subtitle: subtitleOf(rateLabel(id, locale), chosen, asking, area),
		unit: 'percent',
		sources: [context.source],
		notes: [],
		rows,
		chosen: chosen.places[0] ?? '',
		wholeLabel: measureLabel(rateIndicator(id).whole, locale),
		variance: roundingVariance(context.cell.protection.base)
	});
	const count = (...positions: string[]) =>
		String(
			model.positions
				.filter(({ position }) => positions.includes(position))
				.reduce((sum, one) => sum + one.count, 0)
		);
	const title = model.mean
		? m.answer_funnel_title(
				{
					above: count('above', 'far_above'),
					below: count('below', 'far_below'),
					total: ofDistricts(model.marks.length, rows.length, locale)
				},
				{ locale }
			)
		: m.answer_funnel_title_none({}, { locale });
	return { ...model, title };
}
