import { buildBars } from '$lib/chart/build/bars';
import { buildLine } from '$lib/chart/build/line';
import { findBounds } from '$lib/chart/build/classes';
import type { ShadedInput } from '$lib/chart/build/shaded';
import { comparable } from '$lib/chart/build/comparable';
import { spreadOf } from '$lib/chart/build/summary';
import { formatAmount, formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, NATION, isImplausible, provinceOf, yearOf } from '$lib/model';
import { ask } from '$lib/query/question';
import { type RankingRow, ranking } from '$lib/query/ranking';
import { series } from '$lib/query/series';
import type { CoverageView } from '$lib/state/coverage-view';
import type { CoverageAnswer } from './answer';
import { areaName, areaOf, isInArea } from './area';
import { type Asking, nameOf, sourcesIn } from './context';
import { drawMap } from './map';
import { rankingTitle } from './ranking-title';
import { seriesTitle } from './series-title';

const INDICATOR = 'poverty_rate';

/** The whole country by poverty rate, the regencies of one province or list ranked. */
export async function povertyAnswer(view: CoverageView, asking: Asking): Promise<CoverageAnswer> {
	const { engine, context, options, locale } = asking;
	const period = context.povertyPeriod;
	const rows = await ask(
		engine,
		ranking({ level: 'regency', indicator: INDICATOR, period }),
		options
	);
	const members = view.list
		? new Set(
				(
					await ask(
						engine,
						ranking({ level: 'regency', indicator: INDICATOR, period, list: view.list }),
						options
					)
				).map((row) => row.region)
			)
		: null;
	const inList = rows.filter((row) => members?.has(row.region) ?? true);
	const area = areaOf(view);
	const inArea = new Set(
		context.places.filter((place) => isInArea(place, area)).map((place) => place.region)
	);
	const here = inList.filter((row) => inArea.has(row.region));
	const highest = spreadOf(named(here.length > 0 ? here : inList)).highest?.figure.region;
	const region = view.region ?? highest ?? NATION;
	const kept = members ? inList : rows.filter((row) => row.provinceCode === provinceOf(region));
	const lines = await ask(
		engine,
		series({ indicators: [INDICATOR], regions: [region, NATION] }),
		options
	);
	const year = yearOf(period);
	const national = lines.filter((line) => line.region === NATION);
	return {
		kind: 'published',
		region,
		period: String(year),
		// Only periods that have figures are offered.
		empty: null,
		begins: null,
		area,
		narrowed: null,
		map: await mapOf(rows, { ...view, members, region, area }, asking),
		ranking: kept.length === 0 ? null : rankingOf(kept, view.list, region, national, asking),
		series: seriesOf(
			region,
			lines.filter((line) => line.region === region),
			national,
			asking
		),
		parts: null,
		panels: null,
		change: null,
		notes: [
			m.coverage_note_year({}, { locale }),
			...(view.list ? [m.coverage_list_year({}, { locale })] : [])
		],
		flagged: rows
			.filter((row) => isImplausible(row.flag))
			.map((figure) => ({ name: figure.regionName, figure }))
	};
}

function named(rows: readonly RankingRow[]) {
	return rows.map((figure) => ({ label: figure.regionName, figure }));
}

function mapOf(
	all: RankingRow[],
	shown: Pick<CoverageView, 'list' | 'drawing'> & {
		members: Set<string> | null;
		region: string;
		area: string;
	},
	asking: Asking
) {
	const { members, list, region, area } = shown;
	const { context, locale } = asking;
	const places = context.places.filter((place) => isInArea(place, area));
	const codes = new Set(places.map((place) => place.region));
	const rows = all.filter((row) => codes.has(row.region));
	const kept = rows.filter((row) => members?.has(row.region) ?? true);
	const { highest, lowest } = spreadOf(named(kept.length > 0 ? kept : rows));
	const year = String(yearOf(context.povertyPeriod));
	const count = formatNumber(kept.length, locale);
	const say = (figure: Figure | undefined) =>
		figure ? formatAmount(comparable(figure) ?? 0, 'percent', locale) : '';
	const input: ShadedInput = {
		id: 'peta',
		locale,
		title: m.coverage_map_title_poverty(
			{
				lowest: say(lowest?.figure),
				lowestName: lowest?.label ?? '',
				highest: say(highest?.figure),
				highestName: highest?.label ?? ''
			},
			{ locale }
		),
		subtitle: list
			? m.coverage_map_subtitle_poverty_list(
					{ count, list: context.listNames[list] ?? list, year },
					{ locale }
				)
			: area === 'nation'
				? m.coverage_map_subtitle_poverty({ count, year }, { locale })
				: m.coverage_map_subtitle_poverty_area(
						{ count, year, area: areaName(area, asking) },
						{ locale }
					),
		unit: 'percent',
		sources: sourcesIn(rows, context),
		places,
		provinceNames: new Map(Object.entries(context.provinceNames)),
		figures: rows,
		asked: { indicator: INDICATOR, period: context.povertyPeriod },
		chosen: region,
		// One scale for the country, so that a colour means the same on every island.
		bounds: findBounds(
			all.flatMap((row) => comparable(row) ?? []),
			'quantile',
			5
		),
		...(members ? { included: members } : {})
	};
	return drawMap(shown.drawing, input, asking);
}

function rankingOf(
	kept: RankingRow[],
	list: string | null,
	region: string,
	national: readonly Figure[],
	asking: Asking
) {
	const { context, locale } = asking;
	const year = yearOf(context.povertyPeriod);
	const reference = national.find((figure) => yearOf(figure.period) === year);
	const place = list ? (context.listNames[list] ?? list) : nameOf(provinceOf(region), context);
	return buildBars({
		id: 'peringkat',
		locale,
		title: rankingTitle(place, spreadOf(named(kept)), asking),
		subtitle: m.coverage_rank_subtitle_poverty(
			{
				place,
				year: String(year),
				period: reference ? formatPeriod(reference.period, locale) : ''
			},
			{ locale }
		),
		unit: 'percent',
		sources: sourcesIn([...kept, ...(reference ? [reference] : [])], context),
		rows: named(kept),
		chosen: region,
		...(reference ? { reference: { label: context.nation, figure: reference } } : {})
	});
}

function seriesOf(region: string, own: Figure[], national: Figure[], asking: Asking) {
	const { context, locale } = asking;
	const name = nameOf(region, context);
	const years = [...own, ...national].map((figure) => yearOf(figure.period));
	return buildLine({
		id: 'deret',
		locale,
		title: seriesTitle(name, own, asking),
		subtitle: m.coverage_series_subtitle_poverty(
			{ from: String(Math.min(...years)), to: String(Math.max(...years)) },
			{ locale }
		),
		unit: 'percent',
		sources: sourcesIn([...own, ...national], context),
		series: [
			...(region === NATION
				? []
				: [{ key: region, label: name, role: 'chosen' as const, figures: own }]),
			{ key: NATION, label: context.nation, role: 'compared' as const, figures: national }
		]
	});
}
