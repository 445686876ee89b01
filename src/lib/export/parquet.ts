import { parquetWriteBuffer } from 'hyparquet-writer';
import {
	type ExportColumn,
	type ExportTable,
	type ExportValue,
	metadataOf,
	textOf,
	writtenColumns
} from './table';

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number];

/** How each type stands in the file. */
const ELEMENTS: Record<ExportColumn['type'], Pick<SchemaElement, 'type' | 'converted_type'>> = {
	number: { type: 'DOUBLE' },
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	date: { type: 'INT32', converted_type: 'DATE' },
	boolean: { type: 'BOOLEAN' }
};

/** A table as Parquet, compressed by Snappy; title, notes and labels stand in the file's key-value metadata. */
export function tableParquet(table: ExportTable): ArrayBuffer {
	const columns = writtenColumns(table);
	return parquetWriteBuffer({
		columnData: columns.map(({ name, type, values }) => ({
			name,
			data: values.map((value) => written(value, type))
		})),
		schema: [
			{ name: 'root', num_children: columns.length },
			...columns.map(({ name, type }): SchemaElement => ({
				name,
				repetition_type: 'OPTIONAL',
				...ELEMENTS[type]
			}))
		],
		kvMetadata: metadataOf(table).map(([key, value]) => ({ key, value })),
		createdBy: 'Pantau Sejahtera'
	});
}

function written(value: ExportValue, type: ExportColumn['type']): unknown {
	if (value === null) return null;
	if (type === 'date') return new Date(String(value));
	return type === 'text' ? textOf(value) : value;
}
