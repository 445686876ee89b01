import { ISLAND_GROUPS, NATION, type PlaceCode, provinceOf } from '$lib/model';
import type { CoverageView } from '$lib/state/coverage-view';
import { type Asking, type CoveragePlace, nameOf } from './context';
import { islandName } from './islands';

/** What the map shows: what was asked for; on a narrow screen the islands of the region in focus. */
export function areaOf(view: CoverageView, region: string, { context, narrow }: Asking): string {
	if (view.area) return view.area;
	const island = context.places.find((place) => place.region === region)?.island;
	return narrow && island ? island : 'nation';
}

export function isInArea(place: CoveragePlace, area: string): boolean {
	return area === 'nation' || place.island === area || provinceOf(place.region) === area;
}

/** What an area is called: an island group, a province, or the country. */
export function areaName(area: string, { context, locale }: Asking): string {
	const island = ISLAND_GROUPS.find((group) => group === area);
	return island ? islandName(island, locale) : nameOf(placeOfArea(area), context);
}

/** The code by which an area is named among places. */
export function placeOfArea(area: string): PlaceCode {
	return area === 'nation' ? NATION : area;
}
