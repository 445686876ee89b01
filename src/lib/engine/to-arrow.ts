import { DuckDBTypeId, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import {
	Bool,
	Float32,
	Float64,
	Int16,
	Int32,
	Int64,
	Int8,
	RecordBatch,
	Schema,
	Struct,
	Table,
	Uint16,
	Uint32,
	Uint8,
	Utf8,
	Field,
	makeData,
	vectorFromArray,
	type DataType
} from 'apache-arrow';
import { EngineError } from './errors';

const TYPES: ReadonlyMap<DuckDBTypeId, DataType> = new Map<DuckDBTypeId, DataType>([
	[DuckDBTypeId.VARCHAR, new Utf8()],
	[DuckDBTypeId.ENUM, new Utf8()],
	[DuckDBTypeId.BOOLEAN, new Bool()],
	[DuckDBTypeId.DOUBLE, new Float64()],
	[DuckDBTypeId.FLOAT, new Float32()],
	[DuckDBTypeId.TINYINT, new Int8()],
	[DuckDBTypeId.SMALLINT, new Int16()],
	[DuckDBTypeId.INTEGER, new Int32()],
	[DuckDBTypeId.BIGINT, new Int64()],
	[DuckDBTypeId.UTINYINT, new Uint8()],
	[DuckDBTypeId.USMALLINT, new Uint16()],
	[DuckDBTypeId.UINTEGER, new Uint32()]
]);

/**
 * Native results as the Arrow table that DuckDB-Wasm gives for the same SQL; an ENUM is plain text
 * here and a dictionary there, which read alike. Other types must be cast in the question: dates and
 * decimals arrive in the two engines in different shapes.
 * @throws EngineError `bad_sql` for such a type
 */
export function toArrow(
	names: readonly string[],
	types: readonly DuckDBType[],
	columns: readonly (readonly DuckDBValue[])[]
): Table {
	const fields = types.map((type, index) => {
		const name = names[index] ?? '';
		const arrow = TYPES.get(type.typeId);
		if (arrow) return new Field(name, arrow, true);
		const detail = `column ${name}: cast ${type.toString()} to text or a number`;
		throw new EngineError({ kind: 'bad_sql', detail });
	});
	const schema = new Schema(fields);
	const length = columns[0]?.length ?? 0;
	if (length === 0) return new Table(schema);
	const children = fields.flatMap(
		(field, index) => vectorFromArray(columns[index] ?? [], field.type).data
	);
	const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
	return new Table(schema, [new RecordBatch(schema, data)]);
}
