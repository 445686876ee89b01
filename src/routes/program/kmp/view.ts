import type { KmpAnswer } from './answer';
import type { KmpAsking } from './context';
import { decilesChart, sexAgeChart } from './groups';
import { membersChart } from './members';
import { stepsChart, stepsOf } from './steps';
import { funnelChart, rankingChart, uptakeOf } from './uptake';

/** The page's answer for a place: the same code at build, over native DuckDB, and in the browser. */
export async function kmpAnswer(place: string, asking: KmpAsking): Promise<KmpAnswer> {
	const way = await stepsOf(place, asking);
	const uptake = await uptakeOf(place, asking);
	return {
		place,
		steps: way.steps,
		stepsChart: stepsChart(way, place, asking),
		funnel: funnelChart(uptake, place, asking),
		ranking: rankingChart(uptake, place, asking),
		members: await membersChart(place, asking),
		deciles: await decilesChart(place, asking),
		groups: await sexAgeChart(place, asking)
	};
}
