/** Names of the filters in an address. */
export const NAMES = {
	places: 'wilayah',
	period: 'periode',
	programme: 'program',
	decile: 'desil',
	sex: 'jk',
	age: 'umur',
	pair: 'selisih'
} as const;

/** Names of older links, and of the coverage page's own filter, that say the same. */
export const OLDER_NAMES = { year: 'tahun', list: 'daftar' } as const;

const ALL = new Set<string>([...Object.values(NAMES), ...Object.values(OLDER_NAMES), 'v']);

export function isFilterName(name: string): boolean {
	return ALL.has(name);
}

/** The filters of an address as they stand in it, for a link to another page; empty where none does. */
export function carriedSearch(search: URLSearchParams): string {
	const kept = new URLSearchParams([...search].filter(([name]) => isFilterName(name)));
	const text = readable(kept);
	return text === '' ? '' : `?${text}`;
}

/** A comma and a colon may stand in a search as they are, and are easier to read so. */
export function readable(search: URLSearchParams): string {
	return search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}
