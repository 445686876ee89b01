import type { Table } from 'apache-arrow';
import { heldSource } from './held-source';
import type { GridSource } from './source';
import { reader, typeOf } from './value';

/** A result that is held whole. */
export function arrowSource(table: Table): GridSource {
	const columns = table.schema.fields.map(({ name, type }) => ({
		name,
		label: name,
		type: typeOf(type)
	}));
	const readers = columns.flatMap((_, index) => {
		const vector = table.getChildAt(index);
		return vector ? [reader(vector)] : [];
	});
	return heldSource(columns, table.numRows, readers);
}
