import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Corrections, type FileFault, type OwnReading, readOwn } from '$lib/files';
import { loadReference } from '../../../data/reference/load';

export const reference = loadReference();

/** The program that decodes Parquet and Arrow. */
export const program = new WebAssembly.Module(
	readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm'))
);

export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** A file as another program has written it. */
export function sample(name: string): Uint8Array {
	return new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
}

/** The reading of a file that can be read. */
export async function reading(
	content: string | Uint8Array,
	said: Corrections = {}
): Promise<OwnReading> {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const result = await readOwn(bytes, reference, said, program);
	if (!result.ok) throw new Error(JSON.stringify(result.fault));
	return result.reading;
}

/** The fault by which a file is refused. */
export async function faultIn(content: string | Uint8Array): Promise<FileFault> {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const result = await readOwn(bytes, reference, {}, program);
	if (result.ok) throw new Error(`read: ${result.reading.rowsIn} rows`);
	return result.fault;
}

/** Rows of a reading as they stand in the file. */
export function rowsOf({ values, lines }: OwnReading) {
	return lines.map((_, row) => values.map((column) => column[row]));
}
