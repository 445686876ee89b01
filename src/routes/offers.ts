import type { GroupName } from '$lib/state/filters';
import type { FilterOffers } from '$lib/state/fit-filters';
import type { ExtractPage } from './extract.server';

/** What a page of computed figures can tell of, beside the places and times of its extract. */
export interface OffersWanted {
	/** How many places it can tell of together. */
	mostPlaces: number;
	/** Several are told of as one. */
	summed: boolean;
	groups: readonly GroupName[];
	/** The difference of two of its places is explained. */
	pairs?: boolean;
}

/** What a page of computed figures offers to filter by, where it tells of all of its extract. */
export function offersOf(
	{ places, months, years }: Pick<FilterOffers, 'months' | 'years'> & Pick<ExtractPage, 'places'>,
	wanted: OffersWanted,
	programmes: readonly { value: string }[] = []
): FilterOffers {
	return {
		places: new Set(places.map(({ value }) => value)),
		months,
		years,
		programmes: new Set(programmes.map(({ value }) => value)),
		...wanted
	};
}
