import { type Chosen, cellContext, cubeOf } from '$lib/answer/chosen';
import { type Asking, heldBy, nameOf } from '$lib/answer/context';
import type { DistrictRate } from '$lib/answer/rate-by-district';
import { reachedIn } from '$lib/answer/reached';
import { rateOrWhyNot } from '$lib/answer/rate-or-why-not';
import type { Engine } from '$lib/engine/engine';
import {
	type BoundedFigure,
	type ListKind,
	type PlaceCode,
	type RateIndicator,
	type RegionCode,
	placeLevel
} from '$lib/model';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { type RateRow, rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';

/** A rate of one place in one period, with its two counts. */
export interface PlaceRate extends DistrictRate {
	region: PlaceCode;
	/** First day of the month, or of the year. */
	start: string;
	/** The rate, or why there is none. */
	figure: BoundedFigure;
	/** Of a larger place: other districts had reported than before; and whether the line breaks there. */
	changed: boolean;
	broken: boolean;
}

/** The last rows of each engine: the same serve while a reader plays the periods. */
const known = new WeakMap<Engine, { key: string; rows: readonly PlaceRate[] }>();

/**
 * A rate of places in all periods of the chosen kind that the extract covers, in the order of place
 * and time. Counts of a year, and of a group, lie in a file for each province, which are fetched for the
 * places asked.
 * @param covered all districts of the lists, so that a total can say of how many it is
 */
export async function ratesOverTime(
	rate: RateIndicator,
	places: readonly PlaceCode[],
	covered: readonly RegionCode[],
	chosen: Chosen,
	asking: Asking
): Promise<readonly PlaceRate[]> {
	const { engine, context, options } = asking;
	const key = [
		context.extract,
		rate.id,
		chosen.kind,
		JSON.stringify(chosen.groups),
		...places
	].join();
	const held = known.get(engine);
	if (held?.key === key) return held.rows;
	const cube = cubeOf(chosen);
	if (cube === null) return [];
	const [part, whole] = [withLists(rate.part), withLists(rate.whole)];
	const question = rates(context.extract, {
		cube,
		dimensions: [],
		group: chosen.groups,
		from: context.first,
		until: context.cell.period.start,
		places: await heldBy(places, cube, asking),
		part,
		whole
	});
	const answers = await ask(engine, question, options);
	const each = answers.map((row) => placeRate(row, chosen, asking));
	const rows = await withReach(each, covered, [...part.lists, ...whole.lists], chosen, asking);
	known.set(engine, { key, rows });
	return rows;
}

/** Larger places say of how many districts they are; a district's own lists have come, or it has no rate. */
async function withReach(
	rows: readonly PlaceRate[],
	covered: readonly RegionCode[],
	lists: readonly ListKind[],
	{ kind }: Chosen,
	asking: Asking
): Promise<PlaceRate[]> {
	const isDistrict = ({ region }: PlaceRate) => placeLevel(region) === 'regency';
	const larger = rows.filter((row) => !isDistrict(row));
	const byPlace = [...new Set(larger.map(({ region }) => region))].map((place) => ({
		place,
		rows: larger.filter(({ region }) => region === place)
	}));
	const reached = await reachedIn(byPlace, covered, lists, kind, asking);
	return [
		...reached.flat().map(({ row, ...reach }) => ({
			...row,
			...reach,
			rate: row.rate && reach.figure
		})),
		...rows.filter(isDistrict)
	];
}

function placeRate(
	{ region, start, part, whole }: RateRow,
	chosen: Chosen,
	{ context }: Asking
): PlaceRate {
	const cell = cellContext(start, chosen, context);
	const counts = {
		part: cellFigure(part, cell),
		whole: cellFigure(whole, cell),
		rate: rateFigure(part, whole, cell)
	};
	const label = nameOf(region, context);
	const figure = rateOrWhyNot(counts);
	return { ...counts, region, start, label, figure, changed: false, broken: false };
}
