import { CUBES, type Cube, type CubeId } from '$lib/protect/cubes';
import { cubeOf, keysOf } from '$lib/protect/publish';
import { literal } from '$lib/engine/quote';
import type { TableFile } from './databases';

const TYPES: Readonly<Record<string, string>> = {
	region: 'region_code',
	cooperative: 'cooperative_code',
	month: 'DATE',
	year: 'SMALLINT',
	decile: 'decile_code',
	sex: 'sex_code',
	age: 'age_band',
	waiting: 'waiting_band'
};

function typeOf(cube: Cube, column: string): string {
	if (column === 'measure') return cube.id === 'k6' ? 'cooperative_measure' : 'measure_id';
	return TYPES[column] ?? 'VARCHAR';
}

/** Columns of a published cube. */
function columnsOf(cube: Cube): { name: string; type: string }[] {
	return [
		...keysOf(cube).map((name) => ({ name, type: typeOf(cube, name) })),
		{ name: 'pub', type: 'UINTEGER' },
		...(cube.rupiah ? [{ name: 'rupiah', type: 'BIGINT' }] : [])
	];
}

/** Name of the table, in the main database, with the published cells of a cube. */
export function publishedTable(id: CubeId): string {
	return `published_${id}`;
}

/** The published cells of a cube where `condition` holds, ordered by region and month. */
function cellsOf(id: CubeId, condition = 'true'): TableFile {
	const cube = cubeOf(id);
	return {
		name: id,
		columns: columnsOf(cube),
		query: `FROM ${publishedTable(id)} WHERE ${condition} ORDER BY ${keysOf(cube).join(', ')}`
	};
}

/** Tables that say what stands behind the cells. */
const ABOUT: readonly TableFile[] = [
	{
		name: 'reporting',
		columns: [
			{ name: 'region', type: 'region_code' },
			{ name: 'month', type: 'DATE' },
			{ name: 'list', type: 'list_kind' },
			{ name: 'state', type: 'reporting_state' }
		],
		query: 'FROM reporting ORDER BY region, month, list'
	},
	{
		name: 'cooperative',
		columns: [
			{ name: 'code', type: 'cooperative_code' },
			{ name: 'programme', type: 'VARCHAR' },
			{ name: 'region', type: 'region_code' }
		],
		query: 'FROM published_cooperative ORDER BY code, programme'
	},
	{
		name: 'stage',
		columns: [
			{ name: 'region', type: 'region_code' },
			{ name: 'stage', type: 'VARCHAR' },
			{ name: 'reached_on', type: 'DATE' }
		],
		query: 'FROM stage ORDER BY region, stage'
	}
];

const LARGE = `(length(region::VARCHAR) = 2 OR starts_with(region::VARCHAR, 'list:'))`;
const NATIONAL = `(region = '00' OR starts_with(region::VARCHAR, 'list:'))`;

/** What goes into which file: the core for the first view, then a file for each province. */
export function filesOf(provinces: readonly string[]): { path: string; tables: TableFile[] }[] {
	return [
		{
			path: 'core.duckdb',
			tables: [
				cellsOf('k1'),
				cellsOf('k2', LARGE),
				cellsOf('k3', LARGE),
				cellsOf('k5', LARGE),
				cellsOf('k6'),
				...ABOUT
			]
		},
		{ path: '00.duckdb', tables: [cellsOf('k4', NATIONAL)] },
		...provinces.map((province) => {
			const regency = `starts_with(region::VARCHAR, ${literal(`${province}.`)})`;
			return {
				path: `${province}.duckdb`,
				tables: [
					cellsOf('k2', regency),
					cellsOf('k3', regency),
					cellsOf('k4', `(region = ${literal(province)} OR ${regency})`),
					cellsOf('k5', regency)
				]
			};
		})
	];
}

/** Every table once, whole: what is offered as CSV and Parquet. */
export function downloads(): TableFile[] {
	return [...CUBES.map(({ id }) => cellsOf(id)), ...ABOUT];
}
