import type { FileSource } from './dataset';
import { EngineError } from './errors';

/**
 * Files by fetch. The manifest is always asked for anew (`no-cache` still allows a 304), so that an
 * extract that was replaced on the server is noticed; the database is checked by its hash and may
 * come from the cache.
 */
export function httpFiles(signal?: AbortSignal): FileSource {
	return {
		async text(file) {
			const response = await get(file, { cache: 'no-cache' }, signal);
			return reading(file, signal, () => response.text());
		},
		async bytes(file, onChunk) {
			const response = await get(file, {}, signal);
			return reading(file, signal, () => collect(response, onChunk));
		}
	};
}

async function get(file: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
	const response = await reading(file, signal, () =>
		fetch(file, { ...init, ...(signal ? { signal } : {}) })
	);
	if (response.ok) return response;
	throw new EngineError({ kind: 'missing_file', file, status: response.status });
}

/** A connection that breaks half way ends in the same error as one that never came about. */
async function reading<T>(
	file: string,
	signal: AbortSignal | undefined,
	read: () => Promise<T>
): Promise<T> {
	try {
		return await read();
	} catch (cause) {
		if (signal?.aborted) throw new EngineError({ kind: 'aborted' }, { cause });
		throw new EngineError({ kind: 'offline', file }, { cause });
	}
}

async function collect(response: Response, onChunk: (loaded: number) => void): Promise<Uint8Array> {
	if (!response.body) return new Uint8Array(await response.arrayBuffer());
	const chunks: Uint8Array[] = [];
	let loaded = 0;
	const reader = response.body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		chunks.push(value);
		loaded += value.length;
		onChunk(loaded);
	}
	const whole = new Uint8Array(loaded);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
