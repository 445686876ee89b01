/** What a column holds, and what a cell must satisfy to be let in. */
export interface Column {
	name: string;
	/** `code` is stored as an ENUM of its table's values: grouping text is ten times slower. */
	type: 'text' | 'code' | 'number' | 'integer' | 'date' | 'boolean';
	/** An empty cell is allowed, and is NULL (for text: the empty string). */
	optional?: true;
	/** The closed list of words allowed. */
	oneOf?: readonly string[];
	/** `table.column` in which the value must stand. */
	references?: `${string}.${string}`;
	check?: (cell: string) => string | null;
}

/** One table of the extract: where it is read from, what it holds, and in which order its rows lie. */
export interface TableContract {
	name: string;
	/**
	 * File in data/reference/; or a file in data/published/, which need not be there; or all others in
	 * that folder, which hold figures.
	 */
	from:
		| { folder: 'reference'; file: string }
		| { folder: 'published'; file: string }
		| { folder: 'published'; but: readonly string[] };
	columns: readonly Column[];
	/** Columns that tell rows apart; empty where rows may repeat (checked elsewhere). */
	key: readonly string[];
	/** Rows are stored in this order, so that the same input gives the same bytes. */
	order: readonly string[];
}
