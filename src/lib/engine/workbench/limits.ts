/** What a query may take. The reader can raise each. */
export interface Limits {
	/** Megabytes; another value starts the worker anew. */
	memory: number;
	/** Of the whole script. */
	seconds: number;
	/** Rows of the answer that are fetched and held. */
	rows: number;
}

export const LIMITS: Readonly<Limits> = { memory: 1000, seconds: 60, rows: 100_000 };
