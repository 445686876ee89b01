/** The parameter of an address that says by which data it was made. */
export const DATA_PARAMETER = 'data';

/** A dataset as a link remembers it. */
export interface DataVersion {
	id: string;
	/** Beginning of the content hash. */
	hash: string;
	/** Last day that its figures cover. */
	until: string;
}

/** So much of a hash tells versions of one dataset apart. */
const SHORT = 12;

/** `published.1a2b3c4d5e6f.2024-12-31,demo.…` */
export function writeVersions(
	datasets: readonly { id: string; contentHash: string; period: { end: string } }[]
): string {
	return datasets
		.map(({ id, contentHash, period }) => `${id}.${contentHash.slice(0, SHORT)}.${period.end}`)
		.join(',');
}

/** What an address says of its data. Never throws: what is not understood is left out. */
export function readVersions(text: string): DataVersion[] {
	return text
		.slice(0, 1000)
		.split(',')
		.flatMap((part): DataVersion[] => {
			const [, id, hash, until] =
				/^([a-z]\w{0,63})\.([0-9a-f]{12})\.(\d{4}-\d\d-\d\d)$/i.exec(part) ?? [];
			return id && hash && until ? [{ id, hash, until }] : [];
		});
}
