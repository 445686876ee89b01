import type * as Program from 'parquet-wasm/esm';
import { refuse } from '../fault';

/**
 * Apache Arrow's own reader of Parquet and of its streams (parquet-wasm), started. It holds every
 * length that a file states against what the file holds; readers written in JavaScript make room for
 * what a damaged file says, and are ended by it.
 * @param module null where it could not be loaded
 * @throws FileFaultError
 */
export async function startArrow(module: WebAssembly.Module | null): Promise<typeof Program> {
	if (module === null) return refuse('offline');
	const program = await import('parquet-wasm/esm').catch((cause: unknown) =>
		refuse('offline', '', '', cause)
	);
	program.initSync({ module });
	return program;
}
