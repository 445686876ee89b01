import { EngineError } from '$lib/engine/errors';
import type { FileFault } from '$lib/files';
import { FileFaultError, faultOf } from '$lib/files/fault';

/** What ended a reading, as a fault of the file; null where it is none. */
export function faultIn(error: unknown): FileFault | null {
	if (error instanceof FileFaultError) return error.fault;
	if (!(error instanceof EngineError)) return null;
	const { problem } = error;
	switch (problem.kind) {
		case 'aborted':
			return faultOf('stopped');
		case 'out_of_memory':
		case 'worker_lost':
			return faultOf('out_of_memory');
		case 'bad_sql':
			return faultOf('not_divided', problem.detail.split('\n')[0]?.slice(0, 160) ?? '');
		default:
			return faultOf('offline');
	}
}
