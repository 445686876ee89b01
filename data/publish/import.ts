import { runImport } from './import/run';

process.exitCode = await runImport(process.argv.slice(2), {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text)
});
