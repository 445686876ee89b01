/** A piece of what a source says of its place: words, or an address that a reader can open. */
export interface WherePart {
	text: string;
	href: string | null;
}

/** A host with a path: `bisnis.com`, `sig.bps.go.id/bridging-kode`. A catalogue number is none. */
const ADDRESS = /(?<![\w@./-])(?:[a-z\d-]+\.)+[a-z]{2,}(?:\/[\w./-]*\w)?(?![\w-])/gi;

/**
 * Where a source is found, with the addresses in it as links. None is made up: what names no host stays
 * words, and what follows the host is as the data have it.
 */
export function wherePartsOf(where: string): WherePart[] {
	const parts: WherePart[] = [];
	let at = 0;
	for (const { 0: address, index } of where.matchAll(ADDRESS)) {
		if (index > at) parts.push({ text: where.slice(at, index), href: null });
		parts.push({ text: address, href: `https://${address}` });
		at = index + address.length;
	}
	if (at < where.length) parts.push({ text: where.slice(at), href: null });
	return parts;
}
