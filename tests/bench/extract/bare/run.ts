import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { CUBES } from '$lib/protect/cubes';
import { literal } from '$lib/engine/quote';
import { monthText } from '../../../../src/lib/model';
import { createMeter } from '../meter';
import type { BareResult, BareStep, Task } from '../tasks';
import { cleanFiles } from './clean';
import { bareStatements } from './statements';

/** The same cells by DuckDB as it comes: all memory, all cores, and nothing but statements. */
export async function runBare(task: Extract<Task, { kind: 'bare' }>): Promise<BareResult> {
	const { folder, from, until, places, cells } = task;
	const instance = await DuckDBInstance.create(':memory:', {
		temp_directory: path.join(folder, 'bare-spill')
	});
	const connection = await instance.connect();
	const members = places.flatMap(({ region, regencies }) =>
		regencies.map((regency) => `(${regency}, ${literal(region)})`)
	);
	await connection.run(
		`CREATE TABLE place AS FROM (VALUES ${members.join(', ')}) AS p(regency, place)`
	);
	const meter = createMeter<BareStep>();
	const statements = bareStatements({
		files: cleanFiles(folder),
		from: `${monthText(from)}-01`,
		until: `${monthText(until)}-01`,
		places: 'place'
	});
	let last: BareStep | null = null;
	for (const [done, { step, sql }] of statements.entries()) {
		if (step !== last) meter.next(step);
		last = step;
		process.send?.({ progress: step, share: done / statements.length });
		await connection.run(sql);
	}
	const steps = meter.stop();
	const peak = process.resourceUsage().maxRSS * 1024;
	await connection.run(`ATTACH ${literal(cells)} AS kept`);
	for (const { id } of CUBES.filter((cube) => cube.place === 'region' && cube.id !== 'k5'))
		await connection.run(`CREATE TABLE kept.${id} AS FROM ${id}`);
	await connection.run('DETACH kept');
	connection.closeSync();
	instance.closeSync();
	return { steps, peak };
}
