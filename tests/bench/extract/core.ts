import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '$lib/engine/quote';
import { enumType } from '$lib/protect/sql';
import { columnOf } from '../../../data/publish/work/workspace';
import { brotliBytes } from './bytes';
import type { CoreVariant, Task } from './tasks';

/** One way to lay out `core.duckdb`; what it does not say is as in the extract. */
interface Layout {
	name: string;
	block?: number;
	/** Query that makes a table, in place of the table as it is; null leaves it out. */
	tables?: Readonly<Record<string, string | null>>;
	/** How DuckDB packs columns, in place of what it finds best. */
	packing?: string;
	thorough?: boolean;
}

const CUBES = ['k1', 'k2', 'k3', 'k5', 'k6'];

/** Each cube by another query. */
function cubes(query: (cube: string, place: string) => string): Record<string, string> {
	return Object.fromEntries(
		CUBES.map((cube) => [cube, query(cube, cube === 'k6' ? 'cooperative' : 'region')])
	);
}

const period = (cube: string) => (cube === 'k5' ? 'year' : 'month');

/** Orders the rows of a cube by some columns, and then by the others that tell cells apart. */
function ordered(columns: readonly string[]): string {
	const first = columns.join(', ');
	return `ORDER BY ${first}, * EXCLUDE (${first}, pub)`;
}

/** Replaces the month by its number, where a cube has months. */
function numbered(cube: string): string {
	return cube === 'k5' ? 'year' : '(year(month) * 12 + month(month) - 1)::SMALLINT AS month';
}

const PLACE_MEASURE = cubes(
	(cube, place) => `FROM core.${cube} ${ordered([place, 'measure', period(cube)])}`
);
const MEASURE_PLACE = cubes(
	(cube, place) => `FROM core.${cube} ${ordered(['measure', place, period(cube)])}`
);
const FIFTHS = cubes((cube) => `SELECT * REPLACE ((pub // 5)::UINTEGER AS pub) FROM core.${cube}`);
const NUMBERS = cubes((cube) =>
	cube === 'k5' ? 'FROM core.k5' : `SELECT * REPLACE (${numbered(cube)}) FROM core.${cube}`
);
const NARROW = cubes(
	(cube, place) =>
		`SELECT * REPLACE ((pub // 5)::UINTEGER AS pub${cube === 'k5' ? '' : `, ${numbered(cube)}`})
			FROM core.${cube} ${ordered(['measure', place, period(cube)])}`
);
const PARENTS = `FROM core.k1 WHERE length(region::VARCHAR) = 2 OR starts_with(region::VARCHAR, 'list:')`;

const LAYOUTS: readonly Layout[] = [
	{ name: 'as it is', thorough: true },
	{ name: 'blocks of 256 kB', block: 262_144 },
	{ name: 'ordered by place, measure, month', tables: PLACE_MEASURE },
	{ name: 'ordered by measure, place, month', tables: MEASURE_PLACE },
	{ name: 'pub as fifths', tables: FIFTHS },
	{ name: 'month as a number', tables: NUMBERS },
	{ name: 'the three: measure first, fifths, numbers', tables: NARROW, thorough: true },
	{
		name: 'the three, columns not packed',
		tables: NARROW,
		packing: 'uncompressed',
		thorough: true
	},
	{
		name: 'without rupiah',
		tables: {
			k1: 'SELECT * EXCLUDE (rupiah) FROM core.k1',
			k2: 'SELECT * EXCLUDE (rupiah) FROM core.k2'
		}
	},
	{ name: 'k1 of parents alone', tables: { k1: PARENTS }, thorough: true },
	{ name: 'without k1', tables: { k1: null } },
	{ name: 'without k2', tables: { k2: null } },
	{ name: 'without k3', tables: { k3: null } },
	{ name: 'without k6', tables: { k6: null } },
	{ name: 'without reporting', tables: { reporting: null } }
];

/** The types of the core, by name, with their values in order. */
async function typesOf(connection: DuckDBConnection): Promise<Map<string, string[]>> {
	const names = await columnOf<string>(
		connection,
		`SELECT type_name FROM duckdb_types() WHERE database_name = 'core' AND logical_type = 'ENUM' AND NOT internal`
	);
	const types = new Map<string, string[]>();
	for (const name of names)
		types.set(
			name,
			await columnOf<string>(
				connection,
				`SELECT unnest(enum_range(NULL::core.${identifier(name)}))::VARCHAR`
			)
		);
	return types;
}

async function layOut(
	connection: DuckDBConnection,
	{ block = 16_384, tables = {}, packing }: Layout,
	types: ReadonlyMap<string, readonly string[]>,
	file: string
): Promise<void> {
	await connection.run(
		`ATTACH ${literal(file)} AS target (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE ${block})`
	);
	if (packing !== undefined) await connection.run(`SET force_compression = ${literal(packing)}`);
	await connection.run('USE target');
	const byValues = new Map<string, string>();
	for (const [name, values] of types) {
		await connection.run(enumType(name, values));
		byValues.set(`ENUM(${values.map(literal).join(', ')})`, name);
	}
	const names = await columnOf<string>(
		connection,
		`SELECT table_name FROM duckdb_tables() WHERE database_name = 'core' ORDER BY table_name`
	);
	for (const name of names) {
		const query = name in tables ? tables[name] : `FROM core.${identifier(name)}`;
		if (query === null || query === undefined) continue;
		const described = await connection.runAndReadAll(`DESCRIBE ${query}`);
		const columns = described.getRowObjects().map((row) => {
			const type = String(row.column_type);
			return { name: String(row.column_name), type, own: byValues.get(type) };
		});
		const declared = columns.map(
			({ name: column, type, own }) => `${identifier(column)} ${own ?? type}`
		);
		const texts = columns.map(({ name: column, own }) =>
			own === undefined ? identifier(column) : `${identifier(column)}::VARCHAR`
		);
		await connection.run(`CREATE TABLE ${identifier(name)} (${declared.join(', ')})`);
		await connection.run(
			`INSERT INTO ${identifier(name)} SELECT ${texts.join(', ')} FROM (${query})`
		);
	}
	await connection.run('USE memory');
	await connection.run('CHECKPOINT target');
	await connection.run('DETACH target');
	await connection.run('RESET force_compression');
}

/** Lays out the core of an extract in other ways, to see what makes it small. Nothing of it is published. */
export async function coreVariants({
	out,
	folder
}: Extract<Task, { kind: 'core' }>): Promise<CoreVariant[]> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	await connection.run(`ATTACH ${literal(path.join(out, 'core.duckdb'))} AS core (READ_ONLY)`);
	const types = await typesOf(connection);
	const found: CoreVariant[] = [];
	for (const [index, layout] of LAYOUTS.entries()) {
		process.send?.({ progress: layout.name, share: index / LAYOUTS.length });
		const file = path.join(folder, `core-${index}.duckdb`);
		await layOut(connection, layout, types, file);
		const bytes = readFileSync(file);
		found.push({
			name: layout.name,
			raw: bytes.length,
			brotli9: brotliBytes(bytes, 9),
			brotli11: layout.thorough === true ? brotliBytes(bytes, 11) : null
		});
		rmSync(file);
	}
	connection.closeSync();
	instance.closeSync();
	return found;
}
