import { type BoundedFigure, type PlaceCode, type RateIndicator } from '$lib/model';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { type CellsAsked, type RateCube } from '$lib/query/computed/counted';
import { type RateRow, rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import { type Chosen, cellContext, cubeOf, districtsBeside } from './chosen';
import { type Asking, nameOf, partOf } from './context';

/** A district with the two counts of a rate; no rate where none is made. */
export interface DistrictRate {
	label: string;
	part: BoundedFigure;
	whole: BoundedFigure;
	rate: BoundedFigure | null;
}

export interface DistrictRates {
	rows: readonly DistrictRate[];
	/** The places whose districts they are. */
	area: readonly PlaceCode[];
}

/**
 * A rate of the districts that stand beside the chosen places. Where it is of a group, the districts'
 * counts lie in a file for each province: those of the chosen province alone are asked, and null says
 * that the country's are too many files to fetch for one picture.
 */
export async function rateByDistrict(
	indicator: RateIndicator,
	chosen: Chosen,
	asking: Asking
): Promise<DistrictRates | null> {
	const { context } = asking;
	const cube = cubeOf(chosen);
	const { asked, area } = districtsBeside(chosen, context);
	if (cube === null) return null;
	const rows = await askParts(indicator, cube, asked, chosen, asking);
	if (rows === null) return null;
	return {
		area,
		rows: rows.map(({ region, start, part, whole }) => {
			const cell = cellContext(start, chosen, context);
			return {
				label: nameOf(region, context),
				part: cellFigure(part, cell),
				whole: cellFigure(whole, cell),
				rate: rateFigure(part, whole, cell)
			};
		})
	};
}

/** So many files of provinces are fetched for one picture at most. */
const MOST_PARTS = 4;

async function askParts(
	{ part, whole }: RateIndicator,
	cube: RateCube,
	places: CellsAsked['places'],
	chosen: Chosen,
	asking: Asking
): Promise<RateRow[] | null> {
	const { engine, context, options } = asking;
	const question = (regions: CellsAsked['places'], file: string) =>
		rates(context.extract, {
			cube,
			file,
			dimensions: [],
			group: chosen.groups,
			from: chosen.period.start,
			until: chosen.period.start,
			places: regions,
			part: withLists(part),
			whole: withLists(whole)
		});
	if (cube === 'k1') return ask(engine, question(places, context.extract), options);
	const regions =
		'regions' in places
			? places.regions
			: Object.keys(context.names).filter(
					(region) => /^\d\d\.\d\d$/.test(region) && region.startsWith(places.within ?? '')
				);
	const parts = [...new Set(regions.map((region) => partOf(region, cube) ?? ''))];
	if (parts.length > MOST_PARTS) return null;
	const answers = await Promise.all(
		parts.map(async (one) => {
			const within = regions.filter((region) => partOf(region, cube) === one);
			const file = context.parts.includes(one) ? await asking.attachPart(one) : context.extract;
			return ask(engine, question({ regions: within }, file), options);
		})
	);
	return answers.flat();
}
