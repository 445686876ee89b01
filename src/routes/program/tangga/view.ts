import { chosenIn, type Chosen } from '$lib/answer/chosen';
import { type Asking, type ExtractContext, holderOf, nameOf } from '$lib/answer/context';
import { districtsOf } from '$lib/answer/districts-told';
import { placeCounts, reportedIn } from '$lib/answer/place-counts';
import { NATION, STEPS, monthPeriod } from '$lib/model';
import { MOVE_LISTS, moves } from '$lib/query/computed/moves';
import { ask } from '$lib/query/question';
import type { Filters } from '$lib/state/filters';
import type { LadderAnswer } from './answer';
import { flowsChart, waitsChart } from './flow-charts';
import { type Flow, MOVES, flowsOf } from './flows';
import { MEASURE_OF, type Standing, standingChart, standingOverTime } from './standing';

/**
 * The page's answer to filters: the same code at build, over native DuckDB, and in the browser. Steps
 * are told of the last day of the chosen month, flows of the year in which it lies.
 */
export async function ladderAnswer(filters: Filters, asking: Asking): Promise<LadderAnswer> {
	const { context, locale } = asking;
	const chosen = atMonth(chosenIn(filters, context), context);
	const [place = NATION] = chosen.places;
	const year = Number(chosen.period.start.slice(0, 4));
	const frame = {
		...{ locale, source: context.source, place: nameOf(place, context) },
		year: String(year)
	};
	const [standing, reported, flows] = await Promise.all([
		standingOf(chosen, asking),
		reportedIn(MEASURE_OF.assistance, chosen, asking),
		flowsIn(place, year, asking)
	]);
	return {
		place: frame.place,
		year,
		standing: standingChart(standing, frame, reported),
		overTime: await standingOverTime(standing, frame, chosen, asking),
		flows,
		flowsChart: flowsChart(flows, frame),
		waits: waitsChart(flows, frame)
	};
}

/** People stand on a step on a day: of a year its last month is told. */
function atMonth(chosen: Chosen, { cell, first }: ExtractContext): Chosen {
	if (chosen.kind === 'month') return chosen;
	const last = monthPeriod(Number(chosen.period.start.slice(0, 4)), 12);
	const period = last.start <= cell.period.start ? last : cell.period;
	return { ...chosen, kind: 'month', period, from: first };
}

async function standingOf(chosen: Chosen, asking: Asking): Promise<Standing> {
	const measures = STEPS.map((step) => MEASURE_OF[step]);
	const counts = await placeCounts(measures, chosen, asking, { overTime: true });
	// Groups are not offered, so that every step has its cells by month.
	if (!counts) throw new RangeError('no cube holds the steps');
	return {
		assistance: counts.figures(MEASURE_OF.assistance),
		group: counts.figures(MEASURE_OF.group),
		micro: counts.figures(MEASURE_OF.micro),
		kur: counts.figures(MEASURE_OF.kur),
		graduated: counts.figures(MEASURE_OF.graduated)
	};
}

async function flowsIn(place: string, year: number, asking: Asking): Promise<Flow[]> {
	const { engine, context, options } = asking;
	const question = moves(context.extract, {
		places: [place],
		from: year,
		until: year,
		measures: MOVES.map(({ measure }) => measure),
		// Moves lie where groups do: those of a regency in the file of its province.
		file: await holderOf(place, 'k2', asking)
	});
	const rows = await ask(engine, question, options);
	const late = rows.some(({ reach }) => reach !== 'received');
	const tell = await districtsOf([place], 'year', asking, late);
	return flowsOf(rows, context.cell, (figure) => tell(figure, MOVE_LISTS));
}
