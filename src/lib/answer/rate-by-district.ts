import { type BoundedFigure, type PlaceCode, type RateIndicator } from '$lib/model';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { partOf } from '$lib/protect/part-of';
import type { RateCube } from '$lib/query/computed/counted';
import type { PlacesAsked } from '$lib/query/computed/places-asked';
import { rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import { type Chosen, type DistrictsAsked, cellContext, cubeOf, districtsBeside } from './chosen';
import { type Asking, heldBy, nameOf } from './context';

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
	const places = await placesAsked(asked, cube, asking);
	if (places === null) return null;
	const question = rates(context.extract, {
		cube,
		dimensions: [],
		group: chosen.groups,
		from: chosen.period.start,
		until: chosen.period.start,
		places,
		beside: true,
		part: withLists(indicator.part),
		whole: withLists(indicator.whole)
	});
	const rows = await ask(asking.engine, question, asking.options);
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

/** The districts with the files that hold their cells; null where those are too many. */
async function placesAsked(
	districts: DistrictsAsked,
	cube: RateCube,
	asking: Asking
): Promise<PlacesAsked | null> {
	if (cube === 'k1') return districts;
	const regions =
		'regions' in districts
			? districts.regions
			: Object.keys(asking.context.names).filter(
					(region) => /^\d\d\.\d\d$/.test(region) && region.startsWith(districts.within ?? '')
				);
	const parts = new Set(regions.map((region) => partOf(region, cube)));
	return parts.size > MOST_PARTS ? null : heldBy(regions, cube, asking);
}
