import { runExtract } from './extract/run';

const stop = new AbortController();
/** Milliseconds in which a second signal is the same one, passed on by a program in between. */
const SAME = 2000;
let stopped: number | null = null;
for (const [number, signal] of [
	[1, 'SIGHUP'],
	[2, 'SIGINT'],
	[15, 'SIGTERM']
] as const)
	process.on(signal, () => {
		const now = performance.now();
		// Who asks again will not wait; folders are removed at the exit.
		if (stopped !== null && now - stopped > SAME) process.exit(128 + number);
		stopped ??= now;
		stop.abort();
	});

process.exitCode = await runExtract(process.argv.slice(2), {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
	terminal: process.stderr.isTTY,
	signal: stop.signal
});
