import { chosenIn } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { m } from '$lib/i18n/paraglide/messages';
import type { RateRow } from '$lib/query/computed/rates';
import type { Filters } from '$lib/state/filters';
import type { CompareAnswer } from './answer';
import { panelsChart, slopeChart } from './charts';
import type { CompareContext } from './context';
import { gapsBetween } from './gaps';
import { comparedPlaces } from './places';
import { comparedRow, ratesOf, ratesOverTime } from './rates';

/** The page's answer to filters: the same code at build, over native DuckDB, and in the browser. */
export async function compareAnswer(
	filters: Filters,
	asking: Asking & { context: CompareContext }
): Promise<CompareAnswer> {
	const { context, locale } = asking;
	const places = comparedPlaces(filters.places, context, locale);
	const chosen = chosenIn({ ...filters, places: places.map(({ code }) => code) }, context);
	const ids = ratesOf(filters.programme ?? 'kmp');
	const rates = await ratesOverTime(ids, chosen.places, chosen, asking);
	const table = ids.map((id, index) => comparedRow(id, rates[index] ?? [], chosen, asking));
	const [[chief], [chiefRow]] = [ids, table];
	const [byPlace = []] = rates;
	if (chief === undefined || !chiefRow)
		throw new RangeError(`no rate is of ${filters.programme ?? ''}`);
	const now = byPlace.map((dated) => dated.find(({ row }) => row.start === chosen.period.start));
	const pair = pairOf(now.map((one) => one?.row));
	return {
		places,
		panels: panelsChart(chief, places, byPlace, chiefRow, chosen, asking),
		slope: slopeChart(chief, places, byPlace, chosen, asking),
		table,
		gapOf: pair && {
			first: nameIn(places, pair[0].region),
			second: nameIn(places, pair[1].region),
			high: shareOf(pair[0]) * 100,
			low: shareOf(pair[1]) * 100
		},
		gaps: pair ? await gapsBetween(chief, pair, chosen, asking) : [],
		note: m.compare_table_note({}, { locale })
	};
}

/** The first two places, the higher rate first, where both have one. */
function pairOf([first, second]: readonly (RateRow | undefined)[]): [RateRow, RateRow] | null {
	if (!first || !second) return null;
	const known = [first, second].every(
		({ part, whole }) => part.published !== null && whole.published !== null
	);
	if (!known) return null;
	return shareOf(first) >= shareOf(second) ? [first, second] : [second, first];
}

function shareOf({ part, whole }: RateRow): number {
	return Math.min(1, (part.published ?? 0) / (whole.published ?? 1));
}

function nameIn(places: CompareAnswer['places'], region: string): string {
	return places.find(({ code }) => code === region)?.name ?? region;
}
