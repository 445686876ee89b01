import type { RegionReference } from '$lib/read/region';
import type { Corrections } from './columns';
import { type FaultRule, faultOf } from './fault';
import { LIMITS } from './limits';
import type { OwnResult } from './read';
import type { ReadReply } from './worker';

/**
 * Reads a file in a worker of its own, which is ended with it: what a hostile file has filled is
 * given back, and one that never ends is ended.
 */
export function readInWorker(
	file: Blob,
	reference: RegionReference,
	said: Corrections,
	signal: AbortSignal
): Promise<OwnResult> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', stop);
			worker.terminate();
		};
		const fail = (rule: FaultRule) => {
			end();
			resolve({ ok: false, fault: faultOf(rule, file.size, LIMITS.patience / 1000) });
		};
		const stop = () => fail('stopped');
		const timer = setTimeout(() => fail('too_slow'), LIMITS.patience);
		signal.addEventListener('abort', stop, { once: true });
		let started = false;
		worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
			started = true;
			end();
			if ('broken' in data) reject(new Error(data.broken));
			else resolve(data);
		});
		worker.addEventListener('messageerror', () => fail('out_of_memory'));
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			fail(started || event.message ? 'out_of_memory' : 'offline');
		});
		worker.postMessage({ file, reference, said });
	});
}
