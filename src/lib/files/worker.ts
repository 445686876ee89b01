/** Reads one file away from the page's own thread, and has no way out: it needs no network. */
import { type RegionReference, createResolver } from '$lib/read/region';
import type { Corrections } from './columns';
import { faultOf } from './fault';
import { type Settled, type Unsettled, settle } from './large/settle';
import { LIMITS } from './limits';
import { faultAsNamed } from './named';
import { type OwnReading, type OwnResult, readOwn, readOwnEarly, readOwnLarge } from './read';

/** What is asked of the worker: to read a file, or what DuckDB has left unread of a large one. */
export type ReadRequest = { reference: RegionReference } & (
	{ file: Blob; said: Corrections; program: WebAssembly.Module | null } | { unsettled: Unsettled }
);

export type ReadReply = OwnResult | { ok: true; settled: Settled } | { ok: false; broken: string };

/** What comes before the reply, of a large file: what its first rows say. */
export interface EarlyReply {
	early: OwnReading;
}

for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts'])
	Object.defineProperty(globalThis, name, { value: undefined, configurable: false });

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
	void answer(data).then((reply) => globalThis.postMessage(reply));
});

async function answer(request: ReadRequest): Promise<ReadReply> {
	try {
		if ('unsettled' in request) {
			const resolver = createResolver(request.reference);
			return { ok: true, settled: settle(request.unsettled, resolver) };
		}
		return await read(request);
	} catch (error) {
		// Moved, changed or taken away since it was chosen.
		if (error instanceof DOMException) return { ok: false, fault: faultOf('gone') };
		return { ok: false, broken: error instanceof Error ? error.message : String(error) };
	}
}

async function read({
	file,
	reference,
	said,
	program
}: Extract<ReadRequest, { file: Blob }>): Promise<OwnResult> {
	const result =
		file.size > LIMITS.bytes
			? await readTwice(file, reference, said)
			: await readOwn(new Uint8Array(await file.arrayBuffer()), reference, said, program);
	if (result.ok || !(file instanceof File)) return result;
	return { ok: false, fault: faultAsNamed(result.fault, file.name) };
}

async function readTwice(
	file: Blob,
	reference: RegionReference,
	said: Corrections
): Promise<OwnResult> {
	const early = await readOwnEarly(file, reference, said);
	if (early !== null) globalThis.postMessage({ early } satisfies EarlyReply);
	return readOwnLarge(file, reference, said);
}
