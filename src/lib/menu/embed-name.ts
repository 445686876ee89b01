/**
 * The name of a chart's own page under `/sematan/`: that of its page and its own, so that it is one in
 * the whole site. `/program/kmp/` and `anggota` make `program-kmp-anggota`.
 * @param path of the page that the chart stands on, without its language
 */
export function embedName(path: string, chart: string): string {
	const page = path.replace(/^\/|\/$/g, '').replaceAll('/', '-');
	return `${page === '' ? 'ringkasan' : page}-${chart}`;
}

/** The one page for frames of all profiles, each of which has one chart: which, `kode` says. */
export const PLACE_EMBED = 'wilayah';

/** The place whose profile a path is; null of any other page. */
export function placeOf(path: string): string | null {
	return /^\/wilayah\/(\d\d(?:\.\d\d)?)\/$/.exec(path)?.[1] ?? null;
}

/** What stands where a chart that is filtered cannot be shown: the way to it. */
export const FILTERED_EMBED = 'tersaring';
