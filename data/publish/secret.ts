import { standardStreams } from './command/streams';
import { runSecret } from './secret/run';

process.exitCode = await runSecret(process.argv.slice(2), standardStreams());
