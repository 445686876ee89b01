import { buildBars } from '$lib/chart/build/bars';
import { buildFunnel } from '$lib/chart/build/funnel';
import type { ChartModel } from '$lib/chart/model';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, isListPlace } from '$lib/model';
import { roundingVariance } from '$lib/model/statistics/noise';
import { rankRanges } from '$lib/model/statistics/ranks';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import { type KmpAsking, UPTAKE, monthOf, nameOf, peersOf } from './context';

/** A district with the counts and the rate of its PKH recipients who are members. */
export interface Uptake {
	label: string;
	part: BoundedFigure;
	whole: BoundedFigure;
	rate: BoundedFigure | null;
}

/** All ranges of ranks hold together with this level. */
const LEVEL = 0.95;

/** The districts that stand beside a place: all, those of its province, or the members of a list. */
export async function uptakeOf(place: string, asking: KmpAsking): Promise<Uptake[]> {
	const { engine, context, options } = asking;
	const { regions, within } = peersOf(place, context);
	const month = monthOf(context).start;
	const question = rates(context.extract, {
		cube: 'k1',
		dimensions: [],
		from: month,
		until: month,
		places: regions ? { regions } : { level: 'regency', within },
		...UPTAKE
	});
	return (await ask(engine, question, options)).map(({ region, part, whole }) => ({
		label: nameOf(region, context),
		part: cellFigure(part, context.cell),
		whole: cellFigure(whole, context.cell),
		rate: rateFigure(part, whole, context.cell)
	}));
}

function subtitle(place: string, { context, locale }: KmpAsking): string {
	const { within } = peersOf(place, context);
	const month = formatPeriod(monthOf(context), locale);
	const area = isListPlace(place) ? place : (within ?? '00');
	return m.kmp_uptake_subtitle({ place: nameOf(area, context), month }, { locale });
}

export function funnelChart(rows: readonly Uptake[], place: string, asking: KmpAsking): ChartModel {
	const { context, locale } = asking;
	const model = buildFunnel({
		id: 'corong',
		locale,
		title: '',
		subtitle: subtitle(place, asking),
		unit: 'percent',
		sources: [context.source],
		notes: [m.statistics_funnel_note({}, { locale })],
		rows,
		chosen: place,
		wholeLabel: m.kmp_recipients({}, { locale }),
		variance: roundingVariance(context.cell.protection.base)
	});
	const count = (...positions: string[]) =>
		String(
			model.positions
				.filter(({ position }) => positions.includes(position))
				.reduce((sum, one) => sum + one.count, 0)
		);
	const title = model.mean
		? m.kmp_funnel_title(
				{
					above: count('above', 'far_above'),
					below: count('below', 'far_below'),
					total: String(model.marks.length)
				},
				{ locale }
			)
		: m.kmp_funnel_title_none({}, { locale });
	return { ...model, title };
}

/** Bars with the bounds of each rate and the ranks that chance and rounding allow. */
export function rankingChart(
	rows: readonly Uptake[],
	place: string,
	asking: KmpAsking
): ChartModel {
	const { context, locale } = asking;
	const variance = roundingVariance(context.cell.protection.base);
	const level = jointLevel(LEVEL, rows.filter(({ rate }) => rate?.bounds).length);
	const ranks = rankRanges(
		rows.map(({ part, whole, rate }) => {
			if (!rate?.bounds) return null;
			if (part.value === null || whole.value === null)
				return { low: rate.bounds[0] / 100, high: rate.bounds[1] / 100 };
			return rateInterval({ part: part.value, whole: whole.value }, level, variance);
		})
	);
	const model = buildBars({
		id: 'peringkat',
		locale,
		title: '',
		subtitle: subtitle(place, asking),
		unit: 'percent',
		sources: [context.source],
		notes: [m.statistics_rank_note({}, { locale })],
		rows: rows.map(({ label, part, whole, rate }) => ({
			label,
			figure: rate ?? { ...(whole.value === null ? whole : part), ...unrated(part, whole) }
		})),
		chosen: place,
		ranks
	});
	return { ...model, title: rankingTitle(model.bars, asking) };
}

/** A place of which no rate is made: nothing is drawn, and its state says why. */
function unrated(part: BoundedFigure, whole: BoundedFigure): Partial<BoundedFigure> {
	const state = whole.value === null ? whole.state : part.value === null ? part.state : 'withheld';
	return { value: null, bounds: null, unit: 'percent', state };
}

function rankingTitle(
	bars: readonly { label: string; ranks: readonly [number, number] | null; chosen: boolean }[],
	{ locale }: KmpAsking
): string {
	const chosen = bars.find((bar) => bar.chosen);
	const named = chosen?.ranks ? chosen : bars[0];
	if (!named?.ranks) return m.kmp_ranking_title_none({}, { locale });
	const [first, last] = named.ranks.map(String) as [string, string];
	const inputs = {
		name: named.label,
		first,
		last,
		total: formatNumber(bars.filter(({ ranks }) => ranks !== null).length, locale)
	};
	return first === last
		? m.kmp_ranking_title_sure(inputs, { locale })
		: m.kmp_ranking_title(inputs, { locale });
}
