import type { GroupName } from '$lib/state/filters';
import type { FilterOffers } from '$lib/state/fit-filters';
import type { ExtractPage } from './extract.server';

/** What a page of computed figures offers to filter by, where it tells of all of it. */
export function offersOf(
	{ places, months, years }: Pick<ExtractPage, 'places' | 'months' | 'years'>,
	more: { mostPlaces: number; summed: boolean; groups: readonly GroupName[] }
): FilterOffers {
	return {
		places: new Set(places.map(({ value }) => value)),
		months,
		years,
		programmes: new Set(),
		...more
	};
}
