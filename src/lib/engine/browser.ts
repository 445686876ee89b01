import type { Table } from 'apache-arrow';
import { startSession, type Session } from './browser-session';
import { fetchDatabase } from './dataset';
import type { AttachOptions, DatasetLocation, Engine, Progress } from './engine';
import { EngineError, orAborted } from './errors';
import { type Waiting, gather } from './gather';
import { httpFiles } from './http';
import { Line } from './line';
import { isQuestion } from './prepared';

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
 * What is asked at one moment is sent at once, and the next when all of it is answered. A query that is
 * aborted ends for its caller at once; if it is running and does not end soon, its worker is ended,
 * since DuckDB-Wasm cannot cancel a statement with bound values, and the next query starts another. A
 * worker that dies is replaced, its datasets are attached again, and what was running is asked once
 * more: all of it only reads.
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
			if (isLost(error)) await drop();
			if (error.problem.kind !== 'worker_lost' || !again || closed) throw error;
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

	/** Sends statements at once, and gives each its answer; those that were answered are not asked again. */
	async function runOn(current: Session, group: Set<Waiting<Table>>): Promise<void> {
		const [first] = group;
		const answers = [...group].map(async (one) => {
			const answer = await current.ask(one.sql, one.params).catch((error: unknown) => {
				if (isLost(error)) throw error;
				one.reject(error);
				group.delete(one);
			});
			if (!answer) return;
			one.resolve(answer);
			group.delete(one);
		});
		const all = Promise.all(answers);
		try {
			await orAborted(all, first?.signal);
		} catch (error) {
			if (!first?.signal?.aborted) throw error;
			const settled = Promise.allSettled(answers).then(() => true);
			const patience = new Promise<false>((resolve) => setTimeout(resolve, GRACE, false));
			if (!(await Promise.race([settled, patience]))) await drop();
			throw new EngineError({ kind: 'aborted' });
		}
	}

	const send = gather<Table>(isQuestion, (waiting) => {
		const group = new Set(waiting);
		const [first] = waiting;
		line
			.run(() => withSession((current) => runOn(current, group)), first?.signal)
			.catch((error: unknown) => group.forEach(({ reject }) => reject(error)));
	});

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
				new Promise((resolve, reject) => send({ sql, params, signal, resolve, reject })),
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

/** After which nothing that is running can be answered, nor anything else by the same worker. */
function isLost(error: unknown): boolean {
	if (!(error instanceof EngineError)) return false;
	const { kind } = error.problem;
	return kind === 'worker_lost' || kind === 'out_of_memory';
}
