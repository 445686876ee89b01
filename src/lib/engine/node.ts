import { readFile } from 'node:fs/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Table } from 'apache-arrow';
import { fetchDatabase, type FileSource } from './dataset';
import type { DatasetLocation, Engine, SqlValue } from './engine';
import { EngineError, fromDuckDB, orAborted } from './errors';
import { Line } from './line';
import { literal } from './quote';
import { schemaName } from './schema-name';
import { toArrow } from './to-arrow';

/** Native DuckDB, for prerendering, the command line and tests. Close it, or the process stays. */
export function createNodeEngine(): Engine {
	const line = new Line();
	const attached = new Map<string, Promise<void>>();
	let opening: Promise<{ instance: DuckDBInstance; connection: DuckDBConnection }> | null = null;

	async function open() {
		const instance = await DuckDBInstance.create(':memory:', {
			autoload_known_extensions: 'false',
			autoinstall_known_extensions: 'false'
		});
		return { instance, connection: await instance.connect() };
	}

	async function live(): Promise<DuckDBConnection> {
		opening ??= open();
		return (await opening).connection;
	}

	async function run(
		sql: string,
		params: readonly SqlValue[],
		signal: AbortSignal | undefined
	): Promise<Table> {
		const connection = await live();
		const interrupt = () => connection.interrupt();
		signal?.addEventListener('abort', interrupt, { once: true });
		try {
			const reader = await connection.runAndReadAll(sql, [...params]);
			return toArrow(reader.columnNames(), reader.columnTypes(), reader.getColumns());
		} catch (cause) {
			if (signal?.aborted) throw new EngineError({ kind: 'aborted' }, { cause });
			throw fromDuckDB(cause);
		} finally {
			signal?.removeEventListener('abort', interrupt);
		}
	}

	async function attachNow(dataset: DatasetLocation): Promise<void> {
		// Read whole only to check it: DuckDB then opens the file itself.
		const { path } = await fetchDatabase(dataset, diskFiles);
		const sql = `ATTACH ${literal(`${dataset.base}${path}`)} AS ${schemaName(dataset.id)} (READ_ONLY)`;
		await line.run(() => run(sql, [], undefined));
	}

	return {
		query: (sql, params = [], { signal } = {}) =>
			orAborted(
				line.run(() => run(sql, params, signal), signal),
				signal
			),
		attach(dataset, { signal } = {}) {
			let work = attached.get(dataset.id);
			if (!work) {
				work = attachNow(dataset);
				attached.set(dataset.id, work);
				work.catch(() => attached.delete(dataset.id));
			}
			return orAborted(work, signal);
		},
		async close() {
			const opened = await opening;
			opened?.connection.closeSync();
			opened?.instance.closeSync();
		}
	};
}

const diskFiles: FileSource = {
	text: (file) => reading(file, () => readFile(file, 'utf8')),
	bytes: (file) => reading(file, () => readFile(file))
};

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (cause) {
		throw new EngineError({ kind: 'missing_file', file, status: 404 }, { cause });
	}
}
