/**
 * DuckDB's own worker with two things around it: a lock that the browser takes back when the worker
 * dies, and a door that is shut once DuckDB has started.
 */
import { withoutEvaluation } from './method-caller';
import stockAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

type Message = { type: 'HOLD'; lock: string } | { type: 'SEAL' } | { type: 'DUCKDB' };

/** DuckDB's handler. Its file is loaded as it was published: bundlers drop it as free of side effects. */
const duckdb = import(/* @vite-ignore */ stockAddress).then(() => {
	const handle = globalThis.onmessage;
	globalThis.onmessage = null;
	return handle as ((event: MessageEvent) => void) | null;
});
// Where the file cannot be loaded the page is told by an error event, as for any program.
duckdb.catch((error: unknown) => globalThis.reportError(error));

globalThis.addEventListener('message', (event: MessageEvent<Message>) => {
	const { data } = event;
	if (data.type === 'HOLD') void hold((data as { lock: string }).lock);
	else if (data.type === 'SEAL') seal();
	else void duckdb.then((handle) => handle?.(event));
});

/** The lock is never given back by hand: the browser frees it when the worker ends, however it ends. */
async function hold(lock: string): Promise<void> {
	await navigator.locks.request(lock, () => {
		globalThis.postMessage({ type: 'HELD' });
		return new Promise(() => undefined);
	});
}

/**
 * All that can carry something out of a worker, or keep it beyond its life. DuckDB opens `http`
 * addresses by itself, and the page's policy does not reach a worker.
 */
const WAYS_OUT = [
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'WebSocketStream',
	'WebTransport',
	'EventSource',
	'importScripts',
	'Worker',
	'SharedWorker',
	'BroadcastChannel',
	'RTCPeerConnection',
	'caches',
	'cookieStore',
	'indexedDB',
	'webkitRequestFileSystem',
	'webkitRequestFileSystemSync',
	'webkitResolveLocalFileSystemURL',
	'webkitResolveLocalFileSystemSyncURL'
];
const WAYS_OUT_OF_NAVIGATOR = [
	'storage',
	'storageBuckets',
	'serviceWorker',
	'sendBeacon',
	'connection'
];

/** Shuts every way out, on the object and on what it inherits from, and evaluates no code. */
function seal(): void {
	close(globalThis, WAYS_OUT);
	close(globalThis.navigator, WAYS_OUT_OF_NAVIGATOR);
	globalThis.Function = withoutEvaluation(Function);
}

function close(from: object, names: readonly string[]): void {
	for (let holder: object | null = from; holder; holder = Object.getPrototypeOf(holder)) {
		for (const name of names) {
			if (holder !== from && !Object.hasOwn(holder, name)) continue;
			Object.defineProperty(holder, name, { value: undefined, configurable: false });
		}
	}
}
