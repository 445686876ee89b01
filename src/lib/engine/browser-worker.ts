import { EngineError, type EngineProblem } from './errors';

/** A started worker, and how one learns that it is gone. */
export interface LiveWorker {
	worker: Worker;
	/** Rejects when the worker dies: `offline` before `started()`, then `worker_lost`. Never resolves. */
	lost: Promise<never>;
	/** DuckDB answers: from now on an error is the worker's death, not a file that could not be loaded. */
	started(): void;
	/** Ends the worker; whatever is under way is rejected with `worker_lost`. */
	end(): void;
}

/** A worker that has not begun after so long, or (over plain http, without locks) not answered, is dead. */
export const SILENCE_LIMIT = 60_000;

/**
 * Starts the worker and watches over it.
 *
 * A dead worker says nothing: neither `terminate()` nor `self.close()` nor a crash of its process
 * raises an event, and DuckDB-Wasm's promises then stay open for ever. A ping does not help, since a
 * worker in a long query does not answer either. So the worker holds a Web Lock for its lifetime and
 * the page asks for the same lock: it gets it in the moment in which the worker is gone.
 *
 * For end-to-end tests: an init script can subclass `window.Worker` and keep each instance;
 * `instance.terminate()` then kills the worker even in the middle of a query. `self.close()`
 * evaluated in Playwright's `page.workers()` kills it between two queries.
 * @throws EngineError `offline` where the worker's program cannot be loaded
 */
export async function startWorker(): Promise<LiveWorker> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	const unwatch = new AbortController();
	let running = false;
	let reject: (error: EngineError) => void = () => undefined;
	const lost = new Promise<never>((_, fail) => {
		reject = fail;
	});
	// Nobody may be waiting when it dies.
	lost.catch(() => undefined);
	const lose = (problem: EngineProblem) => {
		unwatch.abort();
		worker.terminate();
		reject(new EngineError(problem));
	};
	const end = () => lose({ kind: 'worker_lost' });
	worker.addEventListener('error', () =>
		lose(running ? { kind: 'worker_lost' } : { kind: 'offline', file: 'worker' })
	);
	if (hasLocks()) {
		const lock = `pantau-engine-${crypto.randomUUID()}`;
		const timer = setTimeout(end, SILENCE_LIMIT);
		await Promise.race([held(worker, lock), lost]).finally(() => clearTimeout(timer));
		navigator.locks.request(lock, { signal: unwatch.signal }, end).catch(() => undefined);
	}
	const started = () => {
		running = true;
	};
	return { worker, lost, started, end };
}

export function hasLocks(): boolean {
	return 'locks' in navigator;
}

/** Until the worker says that it holds the lock; asked earlier, the page would get it first. */
function held(worker: Worker, lock: string): Promise<void> {
	return new Promise((resolve) => {
		worker.addEventListener('message', function once({ data }: MessageEvent<{ type?: string }>) {
			if (data.type !== 'HELD') return;
			worker.removeEventListener('message', once);
			resolve();
		});
		worker.postMessage({ type: 'HOLD', lock });
	});
}
