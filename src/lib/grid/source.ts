/** A column of a grid. Numbers stand to the right and are written as the page's language writes them. */
export interface GridColumn {
	/** As the data calls it. */
	name: string;
	/** As the reader sees it. */
	label: string;
	type: 'number' | 'text' | 'date' | 'boolean' | 'other';
}

export interface GridOrder {
	/** Place of the column among the source's columns. */
	column: number;
	descending: boolean;
}

/** The rows of one order and one set of filters. */
export interface GridRows {
	/** How many there are. */
	total: number;
	/**
	 * Rows `from` up to, not including, `to`. A value is a number, a text, a boolean or null; a date
	 * is its ISO text, and what is none of these is text.
	 */
	read(from: number, to: number): Promise<readonly (readonly unknown[])[]>;
}

/** Where a grid's rows come from: a result held whole, or a relation that is asked. */
export interface GridSource {
	columns: readonly GridColumn[];
	/**
	 * @param order null for the data's own order; what is empty comes last either way
	 * @param filters what was typed under a column, by its place (see `parseFilter`); what cannot be
	 * read as a filter does not filter
	 */
	open(order: GridOrder | null, filters: ReadonlyMap<number, string>): Promise<GridRows>;
}
