import type { Table } from 'apache-arrow';

/** A value bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | null;

/** What is being fetched, in bytes. `total` is 0 where the server does not say it. */
export interface Progress {
	step: 'engine' | 'dataset';
	loaded: number;
	total: number;
}

export interface QueryOptions {
	signal?: AbortSignal;
}

export interface AttachOptions extends QueryOptions {
	onProgress?: (progress: Progress) => void;
}

/**
 * DuckDB behind one face: a wasm worker in the browser, the native library in Node.
 * Errors are thrown as `EngineError`, nothing else.
 */
export interface Engine {
	/** Runs one statement with bound values. Results are small enough to hold whole. */
	query(sql: string, params?: readonly SqlValue[], options?: QueryOptions): Promise<Table>;
	/**
	 * Makes a dataset's tables readable under its id as schema name: `published.figure`.
	 * Each file's sha256 is checked against the manifest first. Attaching twice does nothing.
	 */
	attach(dataset: DatasetLocation, options?: AttachOptions): Promise<void>;
	close(): Promise<void>;
}

export interface DatasetLocation {
	/** Also the name under which it is attached: letters, digits and underscores. */
	id: string;
	/** Folder with `manifest.json`: an address path in the browser, a folder in Node. Ends in `/`. */
	base: string;
	/** Database file of a dataset that has several; the first that its manifest names where it is absent. */
	file?: string;
	/** Content hash that the page was built with; another one is a typed error. */
	contentHash?: string;
}
