import { stopSignal } from './command/stop';
import { standardStreams } from './command/streams';
import { runDemo } from './demo/run';

process.exitCode = await runDemo(process.argv.slice(2), {
	...standardStreams(),
	signal: stopSignal()
});
