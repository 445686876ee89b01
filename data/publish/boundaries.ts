import { standardStreams } from './command/streams';
import { runBoundaries } from './boundaries/run';

process.exitCode = await runBoundaries(process.argv.slice(2), standardStreams());
