/** DuckDB-Wasm and nothing else: what the same statements cost without a page around them. */
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Dataset, Statement } from '../statements';

async function open() {
	const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerAddress));
	await database.instantiate(new URL(wasmAddress, location.href).href);
	return { database, connection: await database.connect() };
}

let opened: Awaited<ReturnType<typeof open>> | undefined;
const attached = new Set<string>();

async function attach({ id, file }: Dataset): Promise<void> {
	if (!opened || attached.has(id)) return;
	attached.add(id);
	const response = await fetch(file);
	await opened.database.registerFileBuffer(id, new Uint8Array(await response.arrayBuffer()));
	await opened.connection.query(`ATTACH '${id}' AS ${id} (READ_ONLY)`);
}

/** Milliseconds for the statements, one after another; the first call starts DuckDB too. */
async function replay(
	statements: readonly Statement[],
	datasets: readonly Dataset[]
): Promise<number> {
	const began = performance.now();
	opened ??= await open();
	for (const dataset of datasets) await attach(dataset);
	for (const { sql, params } of statements) {
		const prepared = await opened.connection.prepare(sql);
		await prepared.query(...params);
		await prepared.close();
	}
	return performance.now() - began;
}

Object.assign(window, { replay });
