import { type Chosen, cellContext, cubeOf } from '$lib/answer/chosen';
import { type Asking, heldBy } from '$lib/answer/context';
import { reachedIn } from '$lib/answer/reached';
import { rateOrWhyNot } from '$lib/answer/rate-or-why-not';
import { rateLabel } from '$lib/i18n/indicator-words';
import {
	type BoundedFigure,
	type PlaceCode,
	RATE_INDICATORS,
	type RateIndicatorId,
	placeLevel,
	rateIndicator
} from '$lib/model';
import { type Interval, differ } from '$lib/model/statistics/interval';
import { roundingVariance } from '$lib/model/statistics/noise';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { counted } from '$lib/query/computed/counted';
import { type RateRow, rateRow } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import type { ComparedRow } from './answer';

/** Rates of a programme, the chief one first. */
export function ratesOf(programme: string): RateIndicatorId[] {
	return RATE_INDICATORS.filter((one) => one.programme === programme).map(({ id }) => id);
}

/** A rate's two counts in the periods that are shown, and the rate as a figure. */
export interface Dated {
	row: RateRow;
	figure: BoundedFigure;
	/** Other districts had reported than before; and whether the line breaks there. */
	changed: boolean;
	broken: boolean;
}

/**
 * Rates of places over the periods that are shown, by rate and by place in their order; empty where no
 * cell tells the groups apart. One question, whatever is compared.
 */
export async function ratesOverTime(
	ids: readonly RateIndicatorId[],
	places: readonly PlaceCode[],
	chosen: Chosen,
	asking: Asking
): Promise<Dated[][][]> {
	const { engine, context, options } = asking;
	const cube = cubeOf(chosen);
	if (cube === null) return ids.map(() => places.map(() => []));
	const indicators = ids.map(rateIndicator);
	const measures = new Set(indicators.flatMap(({ part, whole }) => [part, whole]));
	const question = counted(context.extract, {
		cube,
		dimensions: [],
		group: chosen.groups,
		from: chosen.from,
		until: chosen.period.start,
		places: await heldBy(places, cube, asking),
		counts: [...measures].map(withLists)
	});
	const rows = await ask(engine, question, options);
	const of = (place: PlaceCode, measure: string) =>
		rows.filter((row) => row.region === place && row.measure === measure);
	const covered = Object.keys(context.names).filter((code) => placeLevel(code) === 'regency');
	return Promise.all(
		indicators.map(async ({ part, whole }) => {
			const byPlace = places.map((place) => {
				const wholes = of(place, whole);
				const dated = of(place, part).flatMap((one, nth) => {
					const all = wholes[nth];
					return all ? [datedOf(rateRow(one, all), chosen, asking)] : [];
				});
				return { place, rows: dated };
			});
			const lists = [part, whole].flatMap((measure) => withLists(measure).lists);
			const reached = await reachedIn(byPlace, covered, lists, chosen.kind, asking);
			return reached.map((own) => own.map(({ row: { row }, ...reach }) => ({ row, ...reach })));
		})
	);
}

function datedOf(row: RateRow, chosen: Chosen, { context }: Asking): Pick<Dated, 'row' | 'figure'> {
	const cell = cellContext(row.start, chosen, context);
	const figure = rateOrWhyNot({
		part: cellFigure(row.part, cell),
		whole: cellFigure(row.whole, cell),
		rate: rateFigure(row.part, row.whole, cell)
	});
	return { row, figure };
}

/** Intervals are of shares, figures in percent. */
const inPercent = ({ low, high }: Interval): Interval => ({ low: 100 * low, high: 100 * high });

/** A rate of the compared places in the chosen period, and whether they differ clearly. */
export function comparedRow(
	id: RateIndicatorId,
	byPlace: readonly (readonly Dated[])[],
	chosen: Chosen,
	{ context, locale }: Asking
): ComparedRow {
	const now = byPlace.flatMap((dated) =>
		dated.filter(({ row }) => row.start === chosen.period.start)
	);
	const known = now.filter(({ figure }) => figure.value !== null);
	const level = jointLevel(0.95, known.length);
	const variance = roundingVariance(context.cell.protection.base);
	const intervals = now.map(({ figure, row: { part, whole } }) =>
		figure.value === null
			? null
			: inPercent(
					rateInterval({ part: part.published ?? 0, whole: whole.published ?? 1 }, level, variance)
				)
	);
	const ends = endsOf(now.map(({ figure }) => figure));
	const [highest, lowest] = ends ? [intervals[ends.highest], intervals[ends.lowest]] : [];
	return {
		id,
		label: rateLabel(id, locale),
		figures: now.map(({ figure }) => figure),
		intervals: known.length > 1 ? intervals : intervals.map(() => null),
		ends,
		differ: lowest && highest ? differ(lowest, highest) : null
	};
}

/** Of lists that had not all come it is not known on which side the rate will be: it is neither end. */
function endsOf(figures: readonly BoundedFigure[]): ComparedRow['ends'] {
	const sure = figures
		.flatMap(({ value, incomplete }, nth) => (value === null || incomplete ? [] : [{ value, nth }]))
		.sort((a, b) => a.value - b.value);
	const [lowest, highest] = [sure[0], sure.at(-1)];
	return lowest && highest && sure.length > 1 ? { highest: highest.nth, lowest: lowest.nth } : null;
}
