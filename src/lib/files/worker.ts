/** Reads one file away from the page's own thread, and has no way out: it needs no network. */
import type { RegionReference } from '$lib/read/region';
import type { Corrections } from './columns';
import { LIMITS } from './limits';
import { type OwnResult, readOwn } from './read';
import { faultOf } from './fault';

export interface ReadRequest {
	file: Blob;
	reference: RegionReference;
	said: Corrections;
}

export type ReadReply = OwnResult | { ok: false; broken: string };

for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts'])
	Object.defineProperty(globalThis, name, { value: undefined, configurable: false });

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
	void answer(data).then((reply) => globalThis.postMessage(reply));
});

async function answer({ file, reference, said }: ReadRequest): Promise<ReadReply> {
	if (file.size > LIMITS.bytes)
		return { ok: false, fault: faultOf('too_large', file.size, LIMITS.bytes) };
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		// Moved, changed or taken away since it was chosen.
		return { ok: false, fault: faultOf('gone') };
	}
	try {
		return await readOwn(bytes, reference, said);
	} catch (error) {
		return { ok: false, broken: error instanceof Error ? error.message : String(error) };
	}
}
