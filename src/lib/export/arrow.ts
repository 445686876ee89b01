import {
	Bool,
	type DataType,
	DateDay,
	Field,
	Float64,
	Schema,
	Table,
	Utf8,
	type Vector,
	tableToIPC,
	vectorFromArray
} from 'apache-arrow';
import {
	type ExportTable,
	distinctNames,
	metadataOf,
	textOf,
	valuesOf,
	writtenType
} from './table';

const TYPES = {
	number: () => new Float64(),
	text: () => new Utf8(),
	date: () => new DateDay(),
	boolean: () => new Bool()
} satisfies Record<string, () => DataType>;

/** A table as an Arrow file (Feather, version 2), uncompressed; title and notes stand in the schema. */
export function tableArrow(table: ExportTable): Uint8Array {
	const names = distinctNames(table);
	const vectors: Record<string, Vector> = {};
	const fields = table.columns.map(({ label }, column) => {
		const kind = writtenType(table, column);
		const name = names[column] ?? '';
		const type = TYPES[kind]();
		const values = valuesOf(table, column);
		const written: readonly unknown[] =
			kind === 'text'
				? values.map(textOf)
				: kind === 'date'
					? values.map((value) => (value === null ? null : new Date(String(value))))
					: values;
		vectors[name] = vectorFromArray(written, type);
		return new Field(name, type, true, new Map([['label', label]]));
	});
	const schema = new Schema(fields, new Map(metadataOf(table)));
	return tableToIPC(new Table(schema, vectors), 'file');
}
