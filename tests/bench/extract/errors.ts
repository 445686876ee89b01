import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { cubeOf, keysOf } from '$lib/protect/publish';
import { literal } from '$lib/engine/quote';
import type { CellError, Task } from './tasks';

/** Least people of each size of cell. */
const SIZES = [
	{ from: 1, name: '1-9' },
	{ from: 10, name: '10-19' },
	{ from: 20, name: '20-49' },
	{ from: 50, name: '50-99' },
	{ from: 100, name: '100-499' },
	{ from: 500, name: '500+' }
];
const LEVELS = ['nation', 'province', 'regency', 'list'];

/** How far the published counts of an extract are from the true ones, and what is not published. */
export async function cellErrors({
	raw,
	out
}: Extract<Task, { kind: 'errors' }>): Promise<CellError[]> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`ATTACH ${literal(raw)} AS own (READ_ONLY)`);
	const sizes = [...SIZES].reverse().map(({ from, name }) => `WHEN n >= ${from} THEN '${name}'`);
	const found: CellError[] = [];
	for (const id of ['k1', 'k2', 'k3', 'k4'] as const) {
		const keys = keysOf(cubeOf(id));
		const texts = keys.map((key) => `${key}::VARCHAR AS ${key}`).join(', ');
		const reader = await connection.runAndReadAll(
			`SELECT level, CASE ${sizes.join(' ')} END AS size, count(*)::INTEGER AS cells,
				count_if(pub IS NULL)::INTEGER AS withheld, sum(n)::DOUBLE AS people,
				coalesce(sum(n) FILTER (pub IS NULL), 0)::DOUBLE AS people_withheld,
				avg(abs(pub::BIGINT - n)) AS mean_error, avg(abs(pub::BIGINT - n) / n) AS mean_relative
			FROM (SELECT ${texts}, n FROM own.cells.${id}) AS cell
				JOIN own.cells.region_level USING (region)
				LEFT JOIN (SELECT ${texts}, pub FROM ${literal(path.join(out, `${id}.parquet`))}) AS published
					USING (${keys.join(', ')})
			GROUP BY ALL`
		);
		for (const row of reader.getRowObjects())
			found.push({
				cube: id,
				level: String(row.level),
				size: String(row.size),
				cells: Number(row.cells),
				withheld: Number(row.withheld),
				people: Number(row.people),
				peopleWithheld: Number(row.people_withheld),
				meanError: row.mean_error === null ? null : Number(row.mean_error),
				meanRelative: row.mean_relative === null ? null : Number(row.mean_relative)
			});
	}
	connection.closeSync();
	instance.closeSync();
	const order = ({ cube, level, size }: CellError) =>
		Number(cube.slice(1)) * 100 +
		LEVELS.indexOf(level) * 10 +
		SIZES.findIndex(({ name }) => name === size);
	return found.sort((a, b) => order(a) - order(b));
}
