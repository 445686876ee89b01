import type { ChartModel } from '$lib/chart/model';
import { type RateIndicatorId, rateIndicator } from '$lib/model';
import type { Chosen } from './chosen';
import type { Asking } from './context';
import { funnelOfRate } from './funnel-of-rate';
import { type NoGroups, whyNoGroups } from './no-groups';
import { rankingOfRate } from './ranking-of-rate';
import { rateByDistrict } from './rate-by-district';
import { rateByGroup } from './rate-by-group';

/** A rate by district and by group, as every page of a programme shows it. */
export interface RateCharts {
	/** Null where districts cannot be compared by the chosen groups. */
	funnel: ChartModel | null;
	ranking: ChartModel | null;
	/** Null where no rate by decile is made. */
	deciles: ChartModel | null;
	groups: ChartModel | null;
	/** Why there is neither; null where there is one. */
	withoutGroups: NoGroups | null;
}

const DECILES = ['decile'] as const;
const SEX_AND_AGE = ['sex', 'age'] as const;

/** Which districts, and which groups of the chosen place, stand where in a rate. */
export async function rateCharts(
	id: RateIndicatorId,
	chosen: Chosen,
	asking: Asking
): Promise<RateCharts> {
	const [districts, deciles, groups] = await Promise.all([
		rateByDistrict(rateIndicator(id), chosen, asking),
		rateByGroup(id, DECILES, chosen, asking),
		rateByGroup(id, SEX_AND_AGE, chosen, asking)
	]);
	return {
		funnel: districts && funnelOfRate(id, districts, chosen, asking),
		ranking: districts && rankingOfRate(id, districts, chosen, asking),
		deciles,
		groups,
		withoutGroups: deciles || groups ? null : whyNoGroups(chosen, [DECILES, SEX_AND_AGE])
	};
}
