import { standardStreams } from './command/streams';
import { runImport } from './import/run';

process.exitCode = await runImport(process.argv.slice(2), standardStreams());
