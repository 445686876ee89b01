import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CUBES } from '../../../../src/lib/protect/cubes';
import { publishedSql } from '../../../../src/lib/protect/publish';
import { ROUNDING } from '../../../../src/lib/protect/rounding';

const TABLES = ['region_level', 'list_member', 'withheld'];

/** Writes a whole extract in small: one database with every cube, and its manifest. */
export async function writeArtefacts(
	connection: DuckDBConnection,
	folder: string,
	change: (table: string) => string[] = () => []
): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, 'core.duckdb');
	rmSync(file, { force: true });
	await connection.run(`ATTACH '${file}' AS target`);
	for (const cube of CUBES)
		await connection.run(
			`CREATE TABLE target.${cube.id} AS ${publishedSql(cube, { kind: 'rounding' }).replaceAll(/, CASE WHEN paid.*? AS rupiah/gs, '')}`
		);
	for (const sql of change('target')) await connection.run(sql);
	const rows = await connection.runAndReadAll(
		`SELECT region::VARCHAR FROM cells.region_level WHERE level = 'regency' ORDER BY 1`
	);
	const members = await connection.runAndReadAll(
		'SELECT region::VARCHAR FROM cells.list_member ORDER BY 1'
	);
	await connection.run('DETACH target');
	const manifest = {
		id: 'small',
		format: 1,
		kind: 'demo',
		contentHash: '0'.repeat(64),
		period: { start: '2024-01-01', end: '2024-03-31' },
		tables: [],
		sources: [],
		inputs: '',
		protection: {
			...ROUNDING,
			method: 'keyed_random_rounding',
			table: null,
			tableHash: null,
			families: false
		},
		regencies: rows.getRows().map(([region]) => String(region)),
		lists: [
			{
				region: 'list:priority',
				id: 'priority',
				members: members.getRows().map(([region]) => String(region))
			}
		],
		audit: { withheld: { cells: 0, layers: 0, blocks: 0 }, blocks: { sampled: 150, all: 0 } },
		files: [
			{
				path: 'core.duckdb',
				bytes: statSync(file).size,
				sha256: createHash('sha256').update(readFileSync(file)).digest('hex')
			}
		]
	};
	writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** Writes the private file of raw cells. */
export async function writeRawCells(connection: DuckDBConnection, file: string): Promise<void> {
	rmSync(file, { force: true });
	await connection.run(`ATTACH '${file}' AS target`);
	await connection.run('CREATE SCHEMA target.cells');
	for (const table of [...CUBES.map(({ id }) => id), ...TABLES])
		await connection.run(`CREATE TABLE target.cells.${table} AS FROM cells.${table}`);
	await connection.run('DETACH target');
}
