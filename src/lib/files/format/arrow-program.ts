import address from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';

/**
 * The program that decodes Parquet and Arrow, loaded where a file needs it; null where it cannot be.
 * The worker that reads a file has no way out, so that it is handed over to it.
 */
export async function arrowProgram(): Promise<WebAssembly.Module | null> {
	try {
		const response = await fetch(address);
		return response.ok ? await WebAssembly.compile(await response.arrayBuffer()) : null;
	} catch {
		return null;
	}
}
