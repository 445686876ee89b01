/** Bytes of duckdb-eh.wasm, unpacked: servers that compress give a Content-Length that is too small. */
export const WASM_BYTES = 34_242_586;
