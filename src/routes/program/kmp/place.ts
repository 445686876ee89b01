const PLACE = 'wilayah';

/**
 * The place that an address asks for; the whole country where it asks for none. What is not known is
 * dropped and named, in the reader's own spelling; names that are not ours are left alone.
 */
export function parsePlace(
	search: URLSearchParams,
	known: ReadonlySet<string>
): { place: string; dropped: string | null } {
	const text = search.get(PLACE);
	if (text === null || text === '') return { place: '00', dropped: null };
	return known.has(text)
		? { place: text, dropped: null }
		: { place: '00', dropped: `${PLACE}=${text.slice(0, 40)}` };
}

/** The search part of an address for a place; empty for the country. */
export function placeSearch(place: string): string {
	return place === '00' ? '' : `?${new URLSearchParams({ [PLACE]: place }).toString()}`;
}
