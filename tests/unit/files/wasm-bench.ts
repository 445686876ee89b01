import { createRequire } from 'node:module';
import path from 'node:path';
import type { Table } from 'apache-arrow';
import { NODE_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import type { LargeBench } from '$lib/files/large/load';
import { ownPath } from '$lib/engine/workbench/own';

const dist = path.dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));

/** DuckDB-Wasm as the browser has it, without a worker around it. */
export async function wasmBench(): Promise<LargeBench> {
	const bundle = (name: string) => ({ mainModule: path.join(dist, name), mainWorker: '' });
	const database = await createDuckDB(
		{ mvp: bundle('duckdb-mvp.wasm'), eh: bundle('duckdb-eh.wasm') },
		new VoidLogger(),
		NODE_RUNTIME
	);
	await database.instantiate(() => undefined);
	const connection = database.connect();
	connection.query('CREATE SCHEMA berkas');
	return {
		query: (sql, params = []) =>
			Promise.resolve(
				(params.length === 0
					? connection.query(sql)
					: connection.prepare(sql).query(...params)) as unknown as Table
			),
		async addFile(name, content) {
			const bytes =
				content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
			database.registerFileBuffer(ownPath(name), bytes.slice());
		},
		dropFile(name) {
			database.dropFile(ownPath(name));
			return Promise.resolve();
		}
	};
}
