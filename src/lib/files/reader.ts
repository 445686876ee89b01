import type { RegionReference } from '$lib/read/region';
import type { Corrections } from './columns';
import { type FaultRule, type FileFault, FileFaultError, faultOf } from './fault';
import { kindOfFile } from './format/kind';
import type { Settled, Unsettled } from './large/settle';
import { LIMITS } from './limits';
import type { OwnReading, OwnResult } from './read';
import type { EarlyReply, ReadReply, ReadRequest } from './worker';

/**
 * Reads a file in a worker of its own, which is ended with it: what a hostile file has filled is
 * given back, and one that never ends is ended.
 * @param onEarly told what the first rows of a large file say, while the rest is gone through
 */
export async function readInWorker(
	file: Blob,
	reference: RegionReference,
	said: Corrections,
	signal: AbortSignal,
	onEarly?: (reading: OwnReading) => void
): Promise<OwnResult> {
	const patience = file.size > LIMITS.bytes ? LIMITS.largePatience : LIMITS.patience;
	const request = programFor(file).then((program) => ({ file, reference, said, program }));
	const reply = await inWorker(request, patience, signal, onEarly);
	return reply as OwnResult;
}

/** The program that files of Parquet and Arrow need. A file that is gone is told of by the worker. */
async function programFor(file: Blob): Promise<WebAssembly.Module | null> {
	const kind = file.size > LIMITS.bytes ? null : await kindOfFile(file).catch(() => null);
	if (kind !== 'parquet' && kind !== 'arrow') return null;
	const { arrowProgram } = await import('./format/arrow-program');
	return arrowProgram();
}

/**
 * Reads in a worker what DuckDB has left unread of a large file.
 * @throws FileFaultError
 */
export async function settleInWorker(
	unsettled: Promise<Unsettled>,
	reference: RegionReference,
	signal: AbortSignal
): Promise<Settled> {
	const request = unsettled.then((known) => ({ unsettled: known, reference }));
	const reply = await inWorker(request, LIMITS.patience, signal);
	if (reply.ok) return (reply as { settled: Settled }).settled;
	throw new FileFaultError((reply as { fault: FileFault }).fault);
}

function inWorker(
	request: ReadRequest | Promise<ReadRequest>,
	patience: number,
	signal: AbortSignal,
	onEarly?: (reading: OwnReading) => void
): Promise<Exclude<ReadReply, { broken: string }>> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', stop);
			worker.terminate();
		};
		const fail = (rule: FaultRule) => {
			end();
			resolve({ ok: false, fault: faultOf(rule, '', patience / 1000) });
		};
		const stop = () => fail('stopped');
		const timer = setTimeout(() => fail('too_slow'), patience);
		signal.addEventListener('abort', stop, { once: true });
		let started = false;
		worker.addEventListener('message', ({ data }: MessageEvent<ReadReply | EarlyReply>) => {
			started = true;
			if ('early' in data) return onEarly?.(data.early);
			end();
			if ('broken' in data) reject(new Error(data.broken));
			else resolve(data);
		});
		worker.addEventListener('messageerror', () => fail('out_of_memory'));
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			fail(started || event.message ? 'out_of_memory' : 'offline');
		});
		// The worker starts while its request is still made.
		Promise.resolve(request).then(
			(known) => worker.postMessage(known),
			(cause: unknown) => {
				end();
				reject(cause instanceof Error ? cause : new Error(String(cause)));
			}
		);
	});
}
