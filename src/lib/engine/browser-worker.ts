import { EngineError } from './errors';

/** A started worker, and how one learns that it is gone. */
export interface LiveWorker {
	worker: Worker;
	/** Rejects with `worker_lost` when the worker dies; never resolves. */
	lost: Promise<never>;
	/** Ends the worker; whatever is under way is rejected with `worker_lost`. */
	end(): void;
}

/** Where a browser gives no locks (plain http), a worker silent for so long counts as dead. */
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
	let reject: (error: EngineError) => void = () => undefined;
	const lost = new Promise<never>((_, fail) => {
		reject = fail;
	});
	// Nobody may be waiting when it dies.
	lost.catch(() => undefined);
	const lose = () => {
		unwatch.abort();
		worker.terminate();
		reject(new EngineError({ kind: 'worker_lost' }));
	};
	const failed = new Promise<never>((_, fail) => {
		worker.addEventListener('error', () => {
			fail(new EngineError({ kind: 'offline', file: 'worker' }));
			lose();
		});
	});
	failed.catch(() => undefined);
	if (hasLocks()) {
		const lock = `pantau-engine-${crypto.randomUUID()}`;
		await Promise.race([held(worker, lock), failed]);
		navigator.locks.request(lock, { signal: unwatch.signal }, lose).catch(() => undefined);
	}
	return { worker, lost, end: lose };
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
