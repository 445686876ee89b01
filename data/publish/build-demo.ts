import { parseArgs } from 'node:util';
import { stopSignal } from './command/stop';
import { buildDemoExtract } from './demo/site';

const { values } = parseArgs({
	options: {
		out: { type: 'string', default: 'static/extract/demo' },
		force: { type: 'boolean', default: false }
	}
});
const result = await buildDemoExtract({ ...values, signal: stopSignal() });
if (result.kind === 'unchanged') console.log('demo extract: unchanged');
else {
	const seconds = Object.entries(result.seconds).map(
		([stage, value]) => `${stage} ${value.toFixed(1)} s`
	);
	console.log(`demo extract: ${result.manifest.files.length} files; ${seconds.join(', ')}`);
}
