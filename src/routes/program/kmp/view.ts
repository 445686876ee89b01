import { chosenIn, groupWords, placeWords } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { placeCounts, reportedIn } from '$lib/answer/place-counts';
import { rateCharts } from '$lib/answer/rate-charts';
import { notBegun } from '$lib/protect/cell-figure';
import type { Filters } from '$lib/state/filters';
import type { KmpAnswer } from './answer';
import { membersChart } from './members';
import { STEPS, stepsChart, stepsOf } from './steps';

/** The page's answer to filters: the same code at build, over native DuckDB, and in the browser. */
export async function kmpAnswer(filters: Filters, asking: Asking): Promise<KmpAnswer> {
	const chosen = chosenIn(filters, asking.context);
	// Before the programme no list of members can be late: only those of recipients are waited for.
	const early = notBegun('kmp', { ...asking.context.cell, period: chosen.period });
	const whole = early ? 'kmp_4' : 'kmp_7';
	const [counts, reported, uptake] = await Promise.all([
		placeCounts([...STEPS, 'kmp', 'kmp_pkh'], chosen, asking, { overTime: true }),
		reportedIn(whole, chosen, asking),
		rateCharts('kmp_uptake', chosen, asking)
	]);
	// Filters that no cell answers are never asked: `fitFilters` has taken them out.
	if (!counts) throw new RangeError('no cube holds the chosen groups');
	const steps = stepsOf(counts, asking.locale);
	return {
		place: `${placeWords(chosen.places, asking)}${groupWords(chosen, asking)}`,
		steps,
		stepsChart: stepsChart(steps, reported, chosen, asking),
		uptake,
		members: await membersChart(counts, chosen, asking)
	};
}
