const SIGNALS = [
	[1, 'SIGHUP'],
	[2, 'SIGINT'],
	[15, 'SIGTERM']
] as const;

/** Milliseconds in which a second signal is the same one, passed on by a program in between. */
const SAME = 2000;

/**
 * The signal by which this process is asked to stop. Who asks again later will not wait: the process
 * ends then, and folders are removed at its exit.
 */
export function stopSignal(): AbortSignal {
	const stop = new AbortController();
	let stopped: number | null = null;
	for (const [number, signal] of SIGNALS)
		process.on(signal, () => {
			const now = performance.now();
			if (stopped !== null && now - stopped > SAME) process.exit(128 + number);
			stopped ??= now;
			stop.abort();
		});
	return stop.signal;
}
