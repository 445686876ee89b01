import { chosenIn, placeWords } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { funnelOfRate } from '$lib/answer/funnel-of-rate';
import { rankingOfRate } from '$lib/answer/ranking-of-rate';
import { rateByDistrict } from '$lib/answer/rate-by-district';
import { rateByGroup } from '$lib/answer/rate-by-group';
import { rateIndicator } from '$lib/model';
import type { Filters } from '$lib/state/filters';
import type { KmpAnswer } from './answer';
import { membersChart } from './members';
import { stepsChart, stepsOf } from './steps';

const UPTAKE = 'kmp_uptake';

/** The page's answer to filters: the same code at build, over native DuckDB, and in the browser. */
export async function kmpAnswer(filters: Filters, asking: Asking): Promise<KmpAnswer> {
	const chosen = chosenIn(filters, asking.context);
	const way = await stepsOf(chosen, asking);
	const districts = await rateByDistrict(rateIndicator(UPTAKE), chosen, asking);
	return {
		place: placeWords(chosen.places, asking),
		steps: way.steps,
		stepsChart: stepsChart(way, chosen, asking),
		funnel: districts && funnelOfRate(UPTAKE, districts, chosen, asking),
		ranking: districts && rankingOfRate(UPTAKE, districts, chosen, asking),
		members: await membersChart(chosen, asking),
		deciles: await rateByGroup(UPTAKE, ['decile'], chosen, asking),
		groups: await rateByGroup(UPTAKE, ['sex', 'age'], chosen, asking)
	};
}
