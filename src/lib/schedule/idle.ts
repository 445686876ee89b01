/** Milliseconds after which work is no longer put off. */
const PATIENCE = 2000;
/** Where the browser does not say when it is idle: after what was asked for has been painted. */
const PAUSE = 200;

/**
 * Does work when the browser has nothing else to do.
 * @returns takes the work back
 */
export function whenIdle(work: () => void): () => void {
	if (!('requestIdleCallback' in globalThis)) {
		const timer = setTimeout(work, PAUSE);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(work, { timeout: PATIENCE });
	return () => cancelIdleCallback(handle);
}
