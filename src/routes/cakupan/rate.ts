import { chosenIn } from '$lib/answer/chosen';
import type { Asking as ListsAsking } from '$lib/answer/context';
import { rankingOfRate } from '$lib/answer/ranking-of-rate';
import { spreadOf } from '$lib/chart/build/summary';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import {
	NATION,
	type PlaceCode,
	type RateIndicatorId,
	type RegionCode,
	listPlace,
	placeLevel,
	provinceOf,
	rateIndicator
} from '$lib/model';
import type { ChosenPeriod } from '$lib/state/filters';
import type { CoverageView } from '$lib/state/coverage-view';
import type { CoverageAnswer } from './answer';
import { areaOf, isInArea, placeOfArea } from './area';
import type { Asking } from './context';
import { rateMap } from './rate-map';
import { type PlaceRate, ratesOverTime } from './rate-rows';
import { rateSeries } from './rate-series';

/** So many districts are ranked in one picture at most: of more, those of the province in focus. */
const MOST_RANKED = 60;

/** So many files of provinces are fetched for the years of one picture at most. */
const MOST_FILES = 10;

/**
 * A rate of every district that the lists are of, in a month or a year.
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
		chosenIn({ places, period, programme: null, groups: {} }, lists.context);
	const wanted = view.area ?? 'nation';
	const fitting = period.kind === 'year' ? fittingArea(view, covered, asking) : wanted;
	const asked = period.kind === 'year' ? regionsIn(fitting, covered, asking) : covered;
	const all = await ratesOverTime(
		rateIndicator(id),
		[...asked, NATION],
		covered,
		chosenAt([NATION]),
		lists
	);
	const districts = all.filter(({ region }) => placeLevel(region) === 'regency');
	const members = view.list === null ? null : new Set(lists.context.lists[listPlace(view.list)]);
	const isKept = ({ region }: PlaceRate) => members?.has(region) ?? true;
	const region = view.region ?? lowestOf(districts.filter(isKept)) ?? asked[0] ?? NATION;
	const area = fitting === wanted ? areaOf(view, region, asking) : fitting;
	const chosen = chosenAt([region]);
	const shown = districts.filter(({ start }) => start === chosen.period.start);
	const here = new Set(regionsIn(area, covered, asking));
	const ranked = rankedRows(
		shown.filter((row) => isKept(row) && (members !== null || here.has(row.region))),
		region
	);
	const place = members ? listPlace(view.list ?? '') : placeOfArea(area);
	return {
		kind: lists.context.cell.kind,
		region,
		period: period.kind === 'year' ? String(period.year) : period.until,
		area,
		map: await rateMap(
			{ id, all: districts, shown, here, members, area, chosen, view },
			asking,
			lists
		),
		ranking:
			ranked.rows.length === 0
				? null
				: rankingOfRate(id, { rows: ranked.rows, area: [ranked.place ?? place] }, chosen, lists),
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
			),
			...(fitting === wanted
				? []
				: [m.coverage_rate_year_files({ place: context.provinceNames[fitting] ?? '' }, { locale })])
		],
		flagged: []
	};
}

/** Districts of the lists in a part of the country. */
function regionsIn(
	area: string,
	covered: readonly RegionCode[],
	{ context }: Pick<Asking, 'context'>
): RegionCode[] {
	const inside = new Set(
		context.places.filter((place) => isInArea(place, area)).map(({ region }) => region)
	);
	return covered.filter((region) => inside.has(region));
}

/** The area, or one of its provinces where the years of all of them are too many files. */
function fittingArea(view: CoverageView, covered: readonly RegionCode[], asking: Asking): string {
	const area = view.area ?? 'nation';
	const regions = regionsIn(area, covered, asking);
	const files = new Set(regions.map(provinceOf)).size;
	const focus = view.region ?? regions[0];
	return files <= MOST_FILES || focus === undefined ? area : provinceOf(focus);
}

/**
 * The district with the lowest rate in the newest period that has any, so that it stays while periods pass;
 * of those whose lists had all come.
 */
function lowestOf(rows: readonly PlaceRate[]): RegionCode | undefined {
	const last = rows
		.filter(({ figure }) => figure.value !== null && !figure.incomplete)
		.reduce((latest, { start }) => (start > latest ? start : latest), '');
	const complete = rows.filter(({ start, figure }) => start === last && !figure.incomplete);
	return spreadOf(complete).lowest?.figure.region;
}

function rankedRows(rows: readonly PlaceRate[], focus: RegionCode) {
	if (rows.length <= MOST_RANKED) return { rows, place: null };
	const province = provinceOf(focus);
	return { rows: rows.filter(({ region }) => provinceOf(region) === province), place: province };
}
