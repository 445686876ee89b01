import { buildBars } from '$lib/chart/build/bars';
import { sayValue } from '$lib/chart/build/ends';
import type { ChartModel } from '$lib/chart/model';
import { rateLabel } from '$lib/i18n/indicator-words';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale, RateIndicatorId } from '$lib/model';
import { roundingVariance } from '$lib/model/statistics/noise';
import { type RankRange, rankRanges } from '$lib/model/statistics/ranks';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import { type Chosen, subtitleOf } from './chosen';
import type { Asking } from './context';
import { incompleteNotes } from './incomplete-note';
import { ofDistricts } from './of-districts';
import type { DistrictRate, DistrictRates } from './rate-by-district';
import { rateOrWhyNot } from './rate-or-why-not';

/** All ranges of ranks hold together with this level. */
const LEVEL = 0.95;

/** Bars with the bounds of each rate and the ranks that chance and rounding allow. */
export function rankingOfRate(
	id: RateIndicatorId,
	{ rows, area }: DistrictRates,
	chosen: Chosen,
	asking: Asking
): ChartModel {
	const { context, locale } = asking;
	const variance = roundingVariance(context.cell.protection.base);
	const figures = rows.map((row) => ({ label: row.label, figure: rateOrWhyNot(row) }));
	const ranks = ranksOf(rows, variance);
	const model = buildBars({
		id: 'peringkat',
		locale,
		title: '',
		subtitle: subtitleOf(rateLabel(id, locale), chosen, asking, area),
		unit: 'percent',
		sources: [context.source],
		notes: [
			...incompleteNotes(figures, locale),
			...(ranks.some((range) => range !== null) ? [m.statistics_rank_note({}, { locale })] : [])
		],
		rows: figures,
		chosen: chosen.places[0] ?? '',
		ranks
	});
	return { ...model, title: rankingTitle(model.bars, rows, locale) };
}

/** Whether a row has a rate of which all lists had come: others may yet be anywhere. */
function isRanked({ rate }: DistrictRate): boolean {
	return !!rate?.bounds && !rate.incomplete;
}

/** Whether its rate is known, and not an upper end alone. */
function isKnown(row: DistrictRate): boolean {
	return isRanked(row) && row.rate?.value !== null;
}

/**
 * The ranks that chance and rounding leave open; null for a row without a rate, or of lists that had not
 * come. One alone that is known has no rank among others: where the programme runs in one district, the
 * others are not behind it.
 */
export function ranksOf(rows: readonly DistrictRate[], variance: number): (RankRange | null)[] {
	const count = rows.filter(isRanked).length;
	if (rows.filter(isKnown).length < 2) return rows.map(() => null);
	const level = jointLevel(LEVEL, count);
	return rankRanges(
		rows.map((row) => {
			const { part, whole, rate } = row;
			if (!rate?.bounds || !isRanked(row)) return null;
			if (part.value === null || whole.value === null)
				return { low: rate.bounds[0] / 100, high: rate.bounds[1] / 100 };
			return rateInterval({ part: part.value, whole: whole.value }, level, variance);
		})
	);
}

/** Exported for its test: where a district may stand, or why nothing is ranked. */
export function rankingTitle(
	bars: readonly { label: string; ranks: RankRange | null; chosen: boolean }[],
	rows: readonly DistrictRate[],
	locale: Locale
): string {
	const chosen = bars.find((bar) => bar.chosen);
	const named = chosen?.ranks ? chosen : bars.find(({ ranks }) => ranks !== null);
	if (!named?.ranks) {
		const only = rows.find(isKnown);
		if (!only?.rate || rows.length < 2) return m.answer_ranking_title_none({}, { locale });
		const name = only.label;
		// Others are drawn beside it, of lists that had not all come.
		return rows.some((row) => row !== only && (row.rate?.value ?? null) !== null)
			? m.answer_ranking_title_one({ name }, { locale })
			: m.answer_ranking_title_only({ name, value: sayValue(only.rate, locale) }, { locale });
	}
	const [first, last] = named.ranks.map(String) as [string, string];
	const ranked = bars.filter(({ ranks }) => ranks !== null).length;
	const inputs = {
		name: named.label,
		first,
		last,
		total: ofDistricts(ranked, bars.length, locale)
	};
	return first === last
		? m.answer_ranking_title_sure(inputs, { locale })
		: m.answer_ranking_title(inputs, { locale });
}
