import { runAudit } from './audit/run';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.once(signal, () => stop.abort());

process.exitCode = await runAudit(process.argv.slice(2), {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
	terminal: process.stderr.isTTY,
	signal: stop.signal
});
