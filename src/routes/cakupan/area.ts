import { NATION, type PlaceCode, provinceOf } from '$lib/model';
import type { CoverageView } from '$lib/state/coverage-view';
import type { Asking, CoveragePlace } from './context';

/** What the map shows: what was asked for; on a narrow screen the islands of the region in focus. */
export function areaOf(view: CoverageView, region: string, { context, narrow }: Asking): string {
	if (view.area) return view.area;
	const island = context.places.find((place) => place.region === region)?.island;
	return narrow && island ? island : 'nation';
}

export function isInArea(place: CoveragePlace, area: string): boolean {
	return area === 'nation' || place.island === area || provinceOf(place.region) === area;
}

/** The code by which an area is named among places. */
export function placeOfArea(area: string): PlaceCode {
	return area === 'nation' ? NATION : area;
}
