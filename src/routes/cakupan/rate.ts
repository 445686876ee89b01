import { chosenIn } from '$lib/answer/chosen';
import { type Asking as ListsAsking, isIn } from '$lib/answer/context';
import { rankingOfRate } from '$lib/answer/ranking-of-rate';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import {
	NATION,
	type PlaceCode,
	type RateIndicatorId,
	type RegionCode,
	listPlace,
	provinceOf,
	rateIndicator
} from '$lib/model';
import type { ChosenPeriod } from '$lib/state/filters';
import type { CoverageView } from '$lib/state/coverage-view';
import type { CoverageAnswer, Narrowed } from './answer';
import { areaOf, placeOfArea } from './area';
import type { Asking } from './context';
import { emptyPeriod, firstKnown } from './empty';
import { lowestIn } from './rate-focus';
import { rateMap } from './rate-map';
import { type PlaceRate, ratesOverTime } from './rate-rows';
import { type RateScope, rateScope, regionsIn } from './rate-scope';
import { rateSeries } from './rate-series';

/** So many districts are ranked in one picture at most: of more, those of the province in focus. */
const MOST_RANKED = 60;

/**
 * A rate of every district that the lists are of, or of provinces, in a month or a year.
 * @param view with groups that are counted together (see `fitCoverage`)
 * @param lists where and how the extract made from lists is asked
 */
export async function rateAnswer(
	id: RateIndicatorId,
	view: CoverageView,
	asking: Asking,
	lists: ListsAsking
): Promise<CoverageAnswer> {
	const { context, locale } = asking;
	const covered = context.extract?.regencies ?? [];
	const period: ChosenPeriod =
		view.year === null
			? {
					kind: 'month',
					from: null,
					until: view.month ?? lists.context.cell.period.end.slice(0, 7)
				}
			: { kind: 'year', year: view.year };
	const chosenAt = (places: readonly PlaceCode[]) =>
		chosenIn({ places, period, programme: null, groups: view.groups }, lists.context);
	const kept = view.list === null ? view.among : [listPlace(view.list)];
	const members =
		kept.length === 0
			? null
			: new Set(covered.filter((one) => kept.some((place) => isIn(one, place, lists.context))));
	const wanted = areaOf(view);
	const scope = rateScope(
		{
			...{ area: wanted, focus: view.region, members },
			yearly: period.kind === 'year',
			grouped: Object.keys(view.groups).length > 0
		},
		covered,
		context
	);
	const { level, area } = scope;
	const asked = new Set(scope.asked);
	// A district in focus has its line, also where others are on the map.
	const places = new Set([...asked, ...(view.region === null ? [] : [view.region]), NATION]);
	const all = await ratesOverTime(
		rateIndicator(id),
		[...places],
		covered,
		chosenAt([NATION]),
		lists
	);
	const told = all.filter((row) => asked.has(row.region));
	const isKept = ({ region }: PlaceRate) => members?.has(region) ?? true;
	const here = level === 'province' ? asked : new Set(regionsIn(area, scope.asked, context));
	const keptRows = told.filter(isKept);
	const region =
		view.region ?? lowestIn(keptRows, here) ?? [...here][0] ?? scope.asked[0] ?? NATION;
	const focus = level === 'province' ? provinceOf(region) : region;
	const chosen = chosenAt([region]);
	const shown = told.filter(({ start }) => start === chosen.period.start);
	const ranked = rankedRows(
		shown.filter((row) => isKept(row) && (members !== null || here.has(row.region))),
		region
	);
	const rowsHere = keptRows.filter((row) => here.has(row.region));
	const allAsked = members !== null && [...members].every((member) => asked.has(member));
	const where = allAsked ? kept : [placeOfArea(area)];
	return {
		kind: lists.context.cell.kind,
		region,
		period: period.kind === 'year' ? String(period.year) : period.until,
		empty: emptyPeriod(rowsHere, chosen.period.start, period.kind),
		begins: firstKnown(rowsHere, period.kind),
		area,
		narrowed: narrowedOf(scope, wanted, focus, view, asking),
		map: await rateMap(
			{ id, all: told, shown, here, scope, focus, members, area, where, chosen, view },
			asking,
			lists
		),
		ranking:
			ranked.rows.length === 0
				? null
				: rankingOfRate(
						id,
						{ rows: ranked.rows, area: ranked.place === null ? where : [ranked.place] },
						chosenAt([focus]),
						lists
					),
		parts: null,
		series: rateSeries(id, all, chosen, lists),
		panels: null,
		change: null,
		notes: [
			m.coverage_rate_covered(
				{
					count: formatNumber(covered.length, locale),
					total: formatNumber(context.places.length, locale)
				},
				{ locale }
			)
		],
		flagged: []
	};
}

/** Why less is shown than was asked for, and where more of it is. */
function narrowedOf(
	{ level, area }: RateScope,
	wanted: string,
	focus: RegionCode,
	{ year }: CoverageView,
	{ context, locale }: Asking
): Narrowed | null {
	if (level === 'province')
		return {
			words: m.coverage_rate_group_provinces({}, { locale }),
			way: {
				area: focus,
				words: m.coverage_rate_group_way({ place: context.provinceNames[focus] ?? '' }, { locale })
			}
		};
	if (area === wanted) return null;
	const inputs = { place: context.provinceNames[area] ?? '' };
	const words = year === null ? m.coverage_rate_group_files : m.coverage_rate_year_files;
	return { words: words(inputs, { locale }), way: null };
}

function rankedRows(rows: readonly PlaceRate[], focus: RegionCode) {
	if (rows.length <= MOST_RANKED) return { rows, place: null };
	const province = provinceOf(focus);
	return { rows: rows.filter(({ region }) => provinceOf(region) === province), place: province };
}
