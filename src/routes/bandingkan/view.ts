import { chosenIn } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { m } from '$lib/i18n/paraglide/messages';
import type { Filters } from '$lib/state/filters';
import type { CompareAnswer } from './answer';
import { panelsChart, slopeChart } from './charts';
import type { CompareContext } from './context';
import { gapAnswer } from './gap';
import { comparedPlaces } from './places';
import { comparedRow, ratesOf, ratesOverTime } from './rates';

/** What lists tell of the places that filters choose, side by side. */
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
	return {
		places,
		panels: panelsChart(chief, places, byPlace, chiefRow, chosen, asking),
		slope: slopeChart(chief, places, byPlace, chosen, asking),
		table,
		gap: await gapAnswer(
			chief,
			filters.pair ?? null,
			{ places, now, compared: chiefRow },
			chosen,
			asking
		),
		note: m.compare_table_note({}, { locale })
	};
}
