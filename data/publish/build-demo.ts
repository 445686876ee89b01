import { parseArgs } from 'node:util';
import { buildDemoExtract } from './demo/site';

const { values } = parseArgs({
	options: {
		out: { type: 'string', default: 'static/extract/demo' },
		force: { type: 'boolean', default: false }
	}
});
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.once(signal, () => stop.abort(new Error('stopped')));

const result = await buildDemoExtract({ ...values, signal: stop.signal });
if (result.kind === 'unchanged') console.log('demo extract: unchanged');
else {
	const seconds = Object.entries(result.seconds).map(
		([stage, value]) => `${stage} ${value.toFixed(1)} s`
	);
	console.log(`demo extract: ${result.manifest.files.length} files; ${seconds.join(', ')}`);
}
