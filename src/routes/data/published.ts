export interface PublishedFile {
	path: string;
	/** Where it is fetched. */
	address: string;
	/** `75 KB` */
	size: string;
}

/** What an extract holds, in words. */
export interface PublishedData {
	tables: { id: string; words: string; rows: string; files: PublishedFile[] }[];
	databases: (PublishedFile & { name: string })[];
	about: { path: string; address: string }[];
	measures: { id: string; label: string }[];
	dimensions: { label: string; values: string[] }[];
	licence: string;
}
