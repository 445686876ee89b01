/** DuckDB-Wasm and nothing else: what the same statements cost without a page around them. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Statement } from '../statements';

async function open() {
	const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerAddress));
	await database.instantiate(new URL(wasmAddress, location.href).href);
	const response = await fetch('/extract/published/published.duckdb');
	await database.registerFileBuffer('p.duckdb', new Uint8Array(await response.arrayBuffer()));
	const connection = await database.connect();
	await connection.query(`ATTACH 'p.duckdb' AS published (READ_ONLY)`);
	return connection;
}

let connection: Awaited<ReturnType<typeof open>> | undefined;

/** Milliseconds for the statements, one after another; the first call starts DuckDB too. */
async function replay(statements: readonly Statement[]): Promise<number> {
	const began = performance.now();
	connection ??= await open();
	for (const { sql, params } of statements) {
		const prepared = await connection.prepare(sql);
		await prepared.query(...params);
		await prepared.close();
	}
	return performance.now() - began;
}

Object.assign(window, { replay });
