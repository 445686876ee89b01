import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Statement } from '$lib/protect/sql';

/** Where lists are linked and counted: a database in memory, and a folder closed to all others. */
export interface Workspace {
	connection: DuckDBConnection;
	/** For what must be written on the way. Removed with everything in it, whatever happens. */
	folder: string;
}

/** Leaves room for Node beside DuckDB under 4 GB in all. */
const MEMORY = '3000MB';

/** Thrown where the person stopped the work. */
export class Stopped extends Error {
	override readonly name = 'Stopped';
}

/**
 * Runs work in a database in memory that spills, encrypted, to a private folder. Both are gone
 * afterwards: when the work succeeds, fails, is stopped, or the process ends in the middle of it.
 * @throws Stopped when the signal is given
 */
export async function inWorkspace<Result>(
	work: (workspace: Workspace) => Promise<Result>,
	signal?: AbortSignal
): Promise<Result> {
	const folder = mkdtempSync(path.join(tmpdir(), 'pantau-sejahtera-'));
	chmodSync(folder, 0o700);
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	try {
		return await withDatabase(folder, work, signal);
	} finally {
		process.off('exit', remove);
		remove();
	}
}

async function withDatabase<Result>(
	folder: string,
	work: (workspace: Workspace) => Promise<Result>,
	signal: AbortSignal | undefined
): Promise<Result> {
	const spill = path.join(folder, 'spill');
	mkdirSync(spill, { mode: 0o700 });
	const instance = await DuckDBInstance.create(':memory:', {
		autoload_known_extensions: 'false',
		autoinstall_known_extensions: 'false',
		memory_limit: MEMORY,
		temp_directory: spill
	});
	const connection = await instance.connect();
	const interrupt = () => connection.interrupt();
	signal?.addEventListener('abort', interrupt);
	try {
		// DuckDB warns of its own random numbers, and would rather stop where it has to spill. They do
		// here: the key lives as long as the process, and the folder is closed to others.
		await connection.run(`SET force_mbedtls_unsafe = 'true'`);
		await connection.run('SET temp_file_encryption = true');
		const result = await work({ connection, folder });
		if (signal?.aborted) throw new Stopped();
		return result;
	} catch (error) {
		if (signal?.aborted) throw new Stopped();
		throw error;
	} finally {
		signal?.removeEventListener('abort', interrupt);
		connection.closeSync();
		instance.closeSync();
	}
}

/** Says how far the statements are, before each of them. */
export type OnStep = (name: string, done: number, total: number) => void;

/**
 * Runs statements one after another.
 * @throws Stopped when the signal was given between two of them
 */
export async function runStatements(
	connection: DuckDBConnection,
	statements: readonly Statement[],
	{ onStep, signal }: { onStep?: OnStep | undefined; signal?: AbortSignal | undefined } = {}
): Promise<void> {
	for (const [done, { name, sql }] of statements.entries()) {
		if (signal?.aborted) throw new Stopped();
		onStep?.(name, done, statements.length);
		await connection.run(sql);
	}
}

/** The first column of each row. */
export async function columnOf<Value>(connection: DuckDBConnection, sql: string): Promise<Value[]> {
	const reader = await connection.runAndReadAll(sql);
	return reader.getRows().map((row) => row[0] as Value);
}
