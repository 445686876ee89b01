import { ISLAND_GROUPS, NATION, type PlaceCode, provinceOf } from '$lib/model';
import type { CoverageView } from '$lib/state/coverage-view';
import { type Asking, type CoveragePlace, nameOf } from './context';
import { islandName } from './islands';

/** What the map shows: what was asked for, else the country, so that an address shows one area on any screen. */
export function areaOf({ area }: CoverageView): string {
	return area ?? 'nation';
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
