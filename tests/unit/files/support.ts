import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Corrections, type FileFault, type OwnReading, readOwn } from '$lib/files';
import { FAULT_RULES } from '$lib/files/fault';
import { loadReference } from '../../../data/reference/load';

export const reference = loadReference();

/** The program that decodes Parquet and Arrow. */
const program = new WebAssembly.Module(
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

/** Whatever is changed of a file, it is refused by a name or gives other values, and ends soon. */
export async function expectDamageTold(whole: Uint8Array): Promise<void> {
	const at = fc.integer({ min: 4, max: whole.length - 1 });
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(at, fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 }),
			async (changes) => {
				const bytes = whole.slice();
				for (const [place, byte] of changes) bytes[place] = byte;
				const began = performance.now();
				const result = await readOwn(bytes, reference, {}, program);
				if (!result.ok) expect(FAULT_RULES).toContain(result.fault.rule);
				expect(performance.now() - began).toBeLessThan(5000);
			}
		),
		{ numRuns: 200 }
	);
}

/** Rows of a reading as they stand in the file. */
export function rowsOf({ values, lines }: OwnReading) {
	return lines.map((_, row) => values.map((column) => column[row]));
}
