import type { Table, Vector } from 'apache-arrow';

/** The cells of one row, by column. Reads Arrow columns directly; no row objects are made. */
export interface Cells {
	/** Empty for NULL. */
	text(column: string): string;
	number(column: string): number | null;
	/** For columns that are never NULL. */
	count(column: string): number;
	yes(column: string): boolean;
}

/** Each row through `read`. A column that the result lacks is an error of the question. */
export function readRows<Row>(table: Table, read: (cells: Cells) => Row): Row[] {
	const vectors = new Map<string, Vector>();
	for (const { name } of table.schema.fields) {
		const vector = table.getChild(name);
		if (vector) vectors.set(name, vector);
	}
	let row = 0;
	const at = (column: string): unknown => {
		const vector = vectors.get(column);
		if (vector) return vector.get(row);
		throw new RangeError(`the result has no column ${column}`);
	};
	const number = (column: string): number | null => {
		const value = at(column);
		return value === null ? null : Number(value);
	};
	const cells: Cells = {
		text: (column) => String(at(column) ?? ''),
		number,
		count: (column) => number(column) ?? 0,
		yes: (column) => at(column) === true
	};
	const rows: Row[] = [];
	for (; row < table.numRows; row++) rows.push(read(cells));
	return rows;
}
