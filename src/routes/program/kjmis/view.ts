import { type Chosen, chosenIn, groupWords, placeWords } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { placeAmounts } from '$lib/answer/place-amounts';
import { type PlaceCounts, placeCounts } from '$lib/answer/place-counts';
import { type RateCharts, rateCharts } from '$lib/answer/rate-charts';
import { formatPeriod } from '$lib/i18n/format';
import type { Filters } from '$lib/state/filters';
import type { KjmisAnswer } from './answer';
import { buyersChart, membersChart, purchasesChart, reachChart, uptakeChart } from './over-time';
import { MEASURES, standingOf } from './standing';
import { surplusOf } from './surplus';
import { lastShared, yearsOf, yearsTable } from './years';

/** The page's answer to filters: the same code at build, over native DuckDB, and in the browser. */
export async function kjmisAnswer(filters: Filters, asking: Asking): Promise<KjmisAnswer> {
	const chosen = chosenIn(filters, asking.context);
	const byYear = yearsOf(chosen, asking.context);
	const [counts, byRate, purchases, years] = await Promise.all([
		countsOf(chosen, asking),
		rateCharts('kjmis_uptake', chosen, asking),
		placeAmounts('ewarung', chosen, asking),
		byYear ? yearsTable(byYear, asking) : []
	]);
	const shared = lastShared(years);
	const told = { counts, chosen, asking };
	const [members, uptake, buyers, bought, reach] = await Promise.all([
		membersChart(told),
		uptakeChart(told),
		buyersChart(told),
		purchases && purchasesChart(purchases, chosen, asking),
		reachChart(told)
	]);
	return {
		place: placeWords(chosen.places, asking),
		groups: groupWords(chosen, asking),
		byYear: chosen.kind === 'year',
		period: formatPeriod(chosen.period, asking.locale),
		standing: standingOf(counts),
		members,
		uptake,
		byRate: comparable(byRate),
		buyers,
		purchases: bought,
		reach,
		years,
		surplus: byYear && shared !== null ? await surplusOf(shared, byYear, asking) : null
	};
}

/** All counts of the chosen places that the page tells of, over time. */
async function countsOf(chosen: Chosen, asking: Asking): Promise<PlaceCounts> {
	const counts = await placeCounts(MEASURES, chosen, asking, { overTime: true });
	// Filters that no cell answers are never asked: `fitFilters` has taken them out.
	if (!counts) throw new RangeError('no cube holds the chosen groups');
	return counts;
}

/** One district with members among many without: there is nothing to compare it by. */
function comparable({ funnel, ...charts }: RateCharts): RateCharts {
	return { ...charts, funnel: funnel?.kind === 'funnel' && funnel.mean ? funnel : null };
}
