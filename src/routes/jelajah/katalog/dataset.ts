import type { DatasetLocation } from '$lib/engine/engine';
import type { DatasetChange } from '$lib/engine/manifest';

/** A file of a dataset, as it is offered. */
export interface CatalogueFile {
	path: string;
	/** Where it is fetched. */
	address: string;
	bytes: number;
	/** `75 KB` */
	size: string;
	sha256: string;
	kind: 'CSV' | 'Parquet' | 'DuckDB';
	/** What it holds, in words. */
	holds: string;
}

interface CatalogueColumn {
	name: string;
	/** In words: `bilangan, selalu terisi`. */
	type: string;
	meaning: string;
	refers: { table: string; column: string } | null;
	codes: readonly { code: string; meaning: string }[];
}

export interface CatalogueTable {
	name: string;
	meaning: string;
	rows: number;
	files: readonly CatalogueFile[];
	columns: readonly CatalogueColumn[];
}

/** A table in a database file that can be opened in the grid. */
export interface Preview {
	table: string;
	rows: number;
	/** Heading of the file that it lies in. */
	group: string;
	dataset: DatasetLocation;
}

/** All that the catalogue says of a dataset, in one language. Nothing that its manifest does not say. */
export interface CatalogueEntry {
	id: string;
	name: string;
	demo: boolean;
	computed: boolean;
	what: string;
	who: string;
	when: string;
	how: string;
	quality: readonly string[];
	protection: string;
	licence: string;
	/** Identifier of the licence, where there is one for all of it. */
	licenceId: string | null;
	/** Who answers for it, where someone does. */
	publisher: string | null;
	cite: string;
	contentHash: string;
	period: { start: string; end: string };
	bytes: number;
	size: string;
	rows: number;
	fileCount: number;
	tables: readonly CatalogueTable[];
	databases: readonly CatalogueFile[];
	changes: readonly DatasetChange[];
	sources: readonly { publisher: string; title: string; date: string }[];
	previews: readonly Preview[];
}

/** Where the page of a dataset stands, without its language. */
export function entryPath(id: string): string {
	return `/jelajah/katalog/${id}/`;
}

/** Files beside a dataset that describe it to programs. */
export function aboutFiles(id: string): { package: string; manifest: string } {
	return {
		package: `/extract/${id}/datapackage.json`,
		manifest: `/extract/${id}/manifest.json`
	};
}

export const DCAT_FILE = '/jelajah/katalog/katalog.jsonld';
