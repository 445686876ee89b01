import type { BoundedFigure } from '$lib/model';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { counted } from '$lib/query/computed/counted';
import { ask } from '$lib/query/question';
import { type Chosen, cellContext, cubeOf } from './chosen';
import { type Asking, heldBy, isIn } from './context';
import { districtsOf } from './districts-told';
import { sumFigures, sumRate } from './sum';

/** Counts of the chosen places and groups, over time where it is asked. */
export interface PlaceCounts {
	/** First days of the periods, in order. */
	starts: readonly string[];
	/** One figure for each period; of several places it is their sum. */
	figures: (measure: string) => readonly BoundedFigure[];
	/** The share that one measure is of another, in percent, by period; null where none is made. */
	rate: (part: string, whole: string) => readonly (BoundedFigure | null)[];
}

/**
 * The measures of the chosen places, in the chosen period or in all that are shown. Null where no
 * published cell tells the chosen groups apart in that kind of period.
 */
export async function placeCounts(
	measures: readonly string[],
	chosen: Chosen,
	asking: Asking,
	{ overTime = false } = {}
): Promise<PlaceCounts | null> {
	const cube = cubeOf(chosen);
	if (cube === null) return null;
	const { engine, context, options } = asking;
	const found = await ask(
		engine,
		counted(context.extract, {
			cube,
			dimensions: [],
			group: chosen.groups,
			from: overTime ? chosen.from : chosen.period.start,
			until: chosen.period.start,
			places: await heldBy(chosen.places, cube, asking),
			counts: measures.map(withLists)
		}),
		options
	);
	const rows = chosen.places.flatMap((place) => found.filter(({ region }) => region === place));
	const starts = [...new Set(rows.map(({ start }) => start))].sort();
	const cells = (measure: string, start: string) =>
		rows.filter((row) => row.measure === measure && row.start === start);
	const of = (measure: string, start: string) =>
		cells(measure, start).map((row) => cellFigure(row, cellContext(start, chosen, context)));
	const { smallestDenominator } = context.cell.protection;
	const late = found.some(({ reach }) => reach !== 'received');
	const tell = await districtsOf(chosen.places, chosen.kind, asking, late);
	const rateAt = (part: string, whole: string, start: string) => {
		const [one, ...others] = cells(part, start);
		const [all] = cells(whole, start);
		// Of one place even a withheld part says what the rate lies below.
		if (one && all && others.length === 0)
			return rateFigure(one, all, cellContext(start, chosen, context));
		const parts = of(part, start);
		const pairs = of(whole, start).flatMap((figure, index) => {
			const other = parts[index];
			return other ? [{ part: other, whole: figure }] : [];
		});
		return sumRate(pairs, smallestDenominator);
	};
	return {
		starts,
		figures: (measure) => {
			const { lists } = withLists(measure);
			return starts.map((start) => tell(sumFigures(of(measure, start)), lists));
		},
		rate: (part, whole) => {
			const lists = [...new Set([part, whole].flatMap((measure) => withLists(measure).lists))];
			return starts.map((start) => {
				const rate = rateAt(part, whole, start);
				return rate && tell(rate, lists);
			});
		}
	};
}

/** How many districts of the chosen places had sent what a measure needs, of how many. */
export interface Reported {
	received: number;
	total: number;
}

/** A district counts as received in a year where each month of it was. */
export async function reportedIn(
	measure: string,
	chosen: Chosen,
	asking: Asking
): Promise<Reported> {
	const { engine, context, options } = asking;
	const regions = Object.keys(context.names).filter((region) =>
		chosen.places.some((place) => isIn(region, place, context))
	);
	const question = counted(context.extract, {
		cube: 'k1',
		dimensions: [],
		from: chosen.period.start,
		until: chosen.period.end,
		places: { regions },
		counts: [withLists(measure)]
	});
	const rows = await ask(engine, question, options);
	const without = new Set(
		rows.filter(({ reach }) => reach !== 'received').map(({ region }) => region)
	);
	return { received: regions.length - without.size, total: regions.length };
}
