import { runBoundaries } from './boundaries/run';

process.exitCode = await runBoundaries(process.argv.slice(2), {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text)
});
