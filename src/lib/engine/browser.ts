import type { Table } from 'apache-arrow';
import { startSession, type Session } from './browser-session';
import { fetchDatabase } from './dataset';
import type { AttachOptions, DatasetLocation, Engine, Progress, SqlValue } from './engine';
import { EngineError, orAborted } from './errors';
import { httpFiles } from './http';
import { Line } from './line';

/** How long an abandoned query may go on before its worker is ended; nearly all take less. */
const GRACE = 300;

/**
 * A dataset's verified bytes stay here up to this size, so that a worker that died can be started
 * again without the network; larger ones are fetched again (mostly from the browser's cache) rather
 * than held twice on a small phone.
 */
const KEEP_BELOW = 16 * 1024 * 1024;

interface Attached {
	dataset: DatasetLocation;
	kept: Uint8Array | null;
}

/**
 * DuckDB-Wasm in a worker. Nothing is loaded before the first query or attach.
 *
 * Queries run one after another. One that is aborted ends for its caller at once; if it is running
 * and does not end soon, its worker is ended, since DuckDB-Wasm cannot cancel a statement with bound
 * values, and the next query starts another. A worker that dies is replaced, its datasets are
 * attached again, and the query that was running is asked once more: all of them only read.
 */
export function createBrowserEngine(): Engine {
	const line = new Line();
	const attached = new Map<string, Attached>();
	const attaching = new Map<string, Promise<void>>();
	const listeners = new Set<(progress: Progress) => void>();
	let session: Promise<Session> | null = null;
	let closed = false;

	/** Program and data come at once: what has come must not hide what has not. */
	const coming = new Map<Progress['step'], Progress>();
	function tell(progress: Progress): void {
		coming.set(progress.step, progress);
		const open = [progress, ...coming.values()].find(
			({ loaded, total }) => total <= 0 || loaded < total
		);
		for (const listener of listeners) listener(open ?? progress);
	}

	function live(): Promise<Session> {
		if (closed) return Promise.reject(new EngineError({ kind: 'aborted' }));
		session ??= startSession(tell).catch((error: unknown) => {
			session = null;
			throw error;
		});
		return session;
	}

	/** A session with every dataset on it. */
	async function ready(): Promise<Session> {
		const before = session;
		const current = await live();
		if (before === null) for (const one of attached.values()) await putOn(current, one);
		return current;
	}

	async function putOn(current: Session, { dataset, kept }: Attached): Promise<void> {
		const bytes = kept?.slice() ?? (await fetchDatabase(dataset, httpFiles(), tell)).bytes;
		await current.attach(dataset.id, bytes);
	}

	/** Runs work on a session, once more on a new one where the worker is lost. */
	async function withSession<T>(work: (current: Session) => Promise<T>, again = true): Promise<T> {
		try {
			return await work(await ready());
		} catch (error) {
			if (!(error instanceof EngineError)) throw error;
			const { kind } = error.problem;
			if (kind === 'worker_lost' || kind === 'out_of_memory') await drop();
			if (kind !== 'worker_lost' || !again || closed) throw error;
			return withSession(work, false);
		}
	}

	async function drop(): Promise<void> {
		const old = session;
		session = null;
		await old?.then(
			(current) => current.end(),
			() => undefined
		);
	}

	/** The answer, or `aborted` once the worker is free again or ended. */
	async function runOn(
		current: Session,
		sql: string,
		params: readonly SqlValue[],
		signal: AbortSignal | undefined
	): Promise<Table> {
		const answer = current.ask(sql, params);
		try {
			return await orAborted(answer, signal);
		} catch (error) {
			if (!signal?.aborted) throw error;
			const settled = answer.then(
				() => true,
				() => true
			);
			const patience = new Promise<false>((resolve) => setTimeout(resolve, GRACE, false));
			if (!(await Promise.race([settled, patience]))) await drop();
			throw new EngineError({ kind: 'aborted' });
		}
	}

	async function attachNow(dataset: DatasetLocation): Promise<void> {
		const starting = live();
		starting.catch(() => undefined);
		const { bytes } = await fetchDatabase(dataset, httpFiles(), tell);
		const one = { dataset, kept: bytes.length < KEEP_BELOW ? bytes : null };
		await line.run(async () => {
			await withSession((current) =>
				one.kept ? putOn(current, one) : current.attach(dataset.id, bytes)
			);
			attached.set(dataset.id, one);
		});
	}

	return {
		query: (sql, params = [], { signal } = {}) =>
			orAborted(
				line.run(() => withSession((current) => runOn(current, sql, params, signal)), signal),
				signal
			),

		async attach(dataset, { signal, onProgress }: AttachOptions = {}) {
			if (attached.has(dataset.id)) return;
			if (onProgress) listeners.add(onProgress);
			const work = attaching.get(dataset.id) ?? attachNow(dataset);
			attaching.set(dataset.id, work);
			try {
				// Others may wait for the same dataset: one that leaves does not stop the download.
				await orAborted(work, signal);
			} finally {
				if (onProgress) listeners.delete(onProgress);
				work.catch(() => undefined).finally(() => attaching.delete(dataset.id));
			}
		},

		async close() {
			closed = true;
			await drop();
		}
	};
}
