import {
	AsyncDuckDB,
	type DuckDBQueryConfig,
	VoidLogger,
	getPlatformFeatures
} from '@duckdb/duckdb-wasm';
import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Table } from 'apache-arrow';
import { SILENCE_LIMIT, hasLocks, startWorker } from './browser-worker';
import type { Progress, SqlValue } from './engine';
import { EngineError, fromDuckDB } from './errors';
import { literal } from './quote';
import { Prepared, isQuestion } from './prepared';
import { schemaName } from './schema-name';
import { WASM_BYTES } from './wasm-bytes';

/** Datasets are buffers registered under this name; DuckDB opens nothing else. */
export const DATASETS = 'datasets/';

/**
 * How DuckDB is shut in. Order matters: after the last two, neither a file elsewhere nor these settings
 * can be reached.
 * @param memory megabytes that a query may take
 * @param folders prefixes of the names under which files may be registered and read
 */
export function lockedSettings(memory: number, folders: readonly string[]): string[] {
	return [
		'SET autoload_known_extensions = false',
		'SET autoinstall_known_extensions = false',
		`SET memory_limit = '${memory}MB'`,
		"SET temp_directory = ''",
		`SET allowed_directories = [${folders.map(literal).join(', ')}]`,
		'SET enable_external_access = false',
		'SET lock_configuration = true'
	];
}

/** One life of the worker. */
export interface Session {
	run(sql: string, params: readonly SqlValue[]): Promise<Table>;
	/** The same, and keeps the plan of a question: for texts that are asked again and again. */
	ask(sql: string, params: readonly SqlValue[]): Promise<Table>;
	/** Hands the bytes over to the worker; they are empty here afterwards. */
	attach(id: string, bytes: Uint8Array): Promise<void>;
	end(): void;
}

/** A session with what it is made of, for those who ask for more than one answer at a time. */
export interface OpenSession extends Session {
	worker: Worker;
	database: AsyncDuckDB;
	connection: Connection;
	/** The promise, or `worker_lost` where the worker dies first. */
	alive<T>(work: Promise<T>): Promise<T>;
}

/**
 * Starts DuckDB in a worker.
 * @param settings statements that are run before anything else
 * @throws EngineError `unsupported_browser`, `offline`, `missing_file`, `out_of_memory`, `worker_lost`
 */
export async function startSession(
	onProgress: (progress: Progress) => void,
	settings: readonly string[] = lockedSettings(1000, [DATASETS]),
	conversions: DuckDBQueryConfig = {}
): Promise<OpenSession> {
	const features = typeof WebAssembly === 'object' ? await getPlatformFeatures() : null;
	if (!features?.wasmExceptions) {
		const detail = 'WebAssembly with exception handling';
		throw new EngineError({ kind: 'unsupported_browser', detail });
	}
	const { worker, lost, started, end } = await startWorker();
	const alive = <T>(work: Promise<T>): Promise<T> => Promise.race([work, lost]);
	try {
		const database = new AsyncDuckDB(new VoidLogger(), worker);
		const report = ({ bytesLoaded }: { bytesLoaded: number }) =>
			onProgress({ step: 'engine', loaded: bytesLoaded, total: WASM_BYTES });
		report({ bytesLoaded: 0 });
		const address = new URL(wasmAddress, location.href).href;
		await alive(database.instantiate(address, null, report)).catch((cause: unknown) => {
			throw fromStart(cause);
		});
		report({ bytesLoaded: WASM_BYTES });
		started();
		worker.postMessage({ type: 'SEAL' });
		await alive(database.open({ query: { castBigIntToDouble: false, ...conversions } }));
		const connection = await alive(database.connect());
		for (const setting of settings) await alive(connection.query(setting));
		const prepared = new Prepared(connection);
		const run: Session['run'] = (sql, params) =>
			withLimit(alive(runOn(connection, sql, params)), end);
		return {
			worker,
			database,
			connection,
			alive,
			run,
			ask: (sql, params) =>
				isQuestion(sql)
					? withLimit(alive(prepared.run(sql, params).catch(throwStatement)), end)
					: run(sql, params),
			async attach(id, bytes) {
				const name = `${DATASETS}${id}.duckdb`;
				await alive(database.registerFileBuffer(name, bytes));
				const attach = `ATTACH IF NOT EXISTS '${name}' AS ${schemaName(id)} (READ_ONLY)`;
				await alive(connection.query(attach)).catch((cause: unknown) => {
					throw fromAttach(cause, name);
				});
			},
			end
		};
	} catch (cause) {
		end();
		throw fromDuckDB(cause);
	}
}

type Connection = Awaited<ReturnType<AsyncDuckDB['connect']>>;

async function runOn(
	connection: Connection,
	sql: string,
	params: readonly SqlValue[]
): Promise<Table> {
	try {
		const statement = await connection.prepare(sql);
		try {
			return await statement.query(...params);
		} finally {
			await statement.close();
		}
	} catch (cause) {
		return throwStatement(cause);
	}
}

function throwStatement(cause: unknown): never {
	throw fromStatement(cause);
}

/** What a statement threw, as one of ours. */
export function fromStatement(cause: unknown): EngineError {
	return isBroken(cause) ? new EngineError(brokenBy(cause), { cause }) : fromDuckDB(cause);
}

/** A trap inside the program, after which nothing it says can be trusted. */
function isBroken(cause: unknown): cause is Error {
	return (
		cause instanceof Error &&
		(cause.name === 'RuntimeError' || /^Aborted\(|memory access out of bounds/.test(cause.message))
	);
}

function brokenBy(cause: Error): { kind: 'out_of_memory' } | { kind: 'worker_lost' } {
	return /OOM|out of memory|enlarge memory/i.test(cause.message)
		? { kind: 'out_of_memory' }
		: { kind: 'worker_lost' };
}

/** Without locks, silence is the only sign of death. */
function withLimit<T>(work: Promise<T>, end: () => void): Promise<T> {
	if (hasLocks()) return work;
	const timer = setTimeout(end, SILENCE_LIMIT);
	return work.finally(() => clearTimeout(timer));
}

function fromStart(cause: unknown): EngineError {
	if (cause instanceof EngineError) return cause;
	const detail = cause instanceof Error ? cause.message : String(cause);
	const file = 'duckdb-eh.wasm';
	if (/HTTP status/i.test(detail)) {
		return new EngineError({ kind: 'missing_file', file, status: 404 }, { cause });
	}
	if (/fetch|network|load failed/i.test(detail)) {
		return new EngineError({ kind: 'offline', file }, { cause });
	}
	if (/memory/i.test(detail)) return new EngineError({ kind: 'out_of_memory' }, { cause });
	return new EngineError({ kind: 'unsupported_browser', detail }, { cause });
}

/** The bytes are as the manifest says and DuckDB cannot read them all the same. */
function fromAttach(cause: unknown, file: string): EngineError {
	const error = fromDuckDB(cause);
	if (error.problem.kind !== 'bad_sql') return error;
	const { detail } = error.problem;
	return new EngineError({ kind: 'bad_file', file, reason: 'format', detail }, { cause });
}
