import { runDemo } from './demo/run';

process.exitCode = await runDemo(process.argv.slice(2), {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text)
});
