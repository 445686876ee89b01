import { stopSignal } from './command/stop';
import { standardStreams } from './command/streams';
import { runExtract } from './extract/run';

process.exitCode = await runExtract(process.argv.slice(2), {
	...standardStreams(),
	signal: stopSignal()
});
