import { stopSignal } from './command/stop';
import { standardStreams } from './command/streams';
import { runAudit } from './audit/run';

process.exitCode = await runAudit(process.argv.slice(2), {
	...standardStreams(),
	signal: stopSignal()
});
