import { runSecret } from './secret/run';

process.exitCode = await runSecret(process.argv.slice(2), {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text)
});
