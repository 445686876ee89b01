import { chosenIn, placeWords } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { funnelOfRate } from '$lib/answer/funnel-of-rate';
import { rankingOfRate } from '$lib/answer/ranking-of-rate';
import { rateByDistrict } from '$lib/answer/rate-by-district';
import { rateByGroup } from '$lib/answer/rate-by-group';
import { formatPeriod } from '$lib/i18n/format';
import { rateIndicator } from '$lib/model';
import type { Filters } from '$lib/state/filters';
import type { KjmisAnswer } from './answer';
import { buyersChart, membersChart, purchasesChart, reachChart, uptakeChart } from './over-time';
import { standingOf } from './standing';
import { surplusOf } from './surplus';
import { lastShared, yearsOf, yearsTable } from './years';

const UPTAKE = 'kjmis_uptake';

/** The page's answer to filters: the same code at build, over native DuckDB, and in the browser. */
export async function kjmisAnswer(filters: Filters, asking: Asking): Promise<KjmisAnswer> {
	const chosen = chosenIn(filters, asking.context);
	const districts = await rateByDistrict(rateIndicator(UPTAKE), chosen, asking);
	const funnel = districts && funnelOfRate(UPTAKE, districts, chosen, asking);
	const byYear = yearsOf(chosen, asking.context);
	const years = byYear ? await yearsTable(byYear, asking) : [];
	const shared = lastShared(years);
	return {
		place: placeWords(chosen.places, asking),
		period: formatPeriod(chosen.period, asking.locale),
		standing: await standingOf(chosen, asking),
		members: await membersChart(chosen, asking),
		uptake: await uptakeChart(chosen, asking),
		// One district with members among many without: there is nothing to compare it by.
		funnel: funnel?.kind === 'funnel' && funnel.mean ? funnel : null,
		ranking: districts && rankingOfRate(UPTAKE, districts, chosen, asking),
		deciles: await rateByGroup(UPTAKE, ['decile'], chosen, asking),
		groups: await rateByGroup(UPTAKE, ['sex', 'age'], chosen, asking),
		buyers: await buyersChart(chosen, asking),
		purchases: await purchasesChart(chosen, asking),
		reach: await reachChart(chosen, asking),
		years,
		surplus: byYear && shared !== null ? await surplusOf(shared, byYear, asking) : null
	};
}
