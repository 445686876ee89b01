const PROVINCE = 'provinsi';

/**
 * The province that an address asks for. What is not known is dropped and named, in the reader's own
 * spelling; names that are not ours are left alone.
 */
export function parseProvince(
	search: URLSearchParams,
	known: readonly string[]
): { province: string | null; dropped: string | null } {
	const text = search.get(PROVINCE);
	if (text === null || text === '') return { province: null, dropped: null };
	return known.includes(text)
		? { province: text, dropped: null }
		: { province: null, dropped: `${PROVINCE}=${text.slice(0, 40)}` };
}

/** The search part of an address for a province; empty for all. */
export function provinceSearch(province: string | null): string {
	return province === null ? '' : `?${new URLSearchParams({ [PROVINCE]: province }).toString()}`;
}
