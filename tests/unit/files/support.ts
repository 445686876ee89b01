import { type Corrections, type FileFault, type OwnReading, readOwn } from '$lib/files';
import { loadReference } from '../../../data/reference/load';

export const reference = loadReference();

export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** The reading of a file that can be read. */
export async function reading(
	content: string | Uint8Array,
	said: Corrections = {}
): Promise<OwnReading> {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const result = await readOwn(bytes, reference, said);
	if (!result.ok) throw new Error(JSON.stringify(result.fault));
	return result.reading;
}

/** The fault by which a file is refused. */
export async function faultIn(content: string | Uint8Array): Promise<FileFault> {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const result = await readOwn(bytes, reference);
	if (result.ok) throw new Error(`read: ${result.reading.rowsIn} rows`);
	return result.fault;
}

/** Rows of a reading as they stand in the file. */
export function rowsOf({ values, lines }: OwnReading) {
	return lines.map((_, row) => values.map((column) => column[row]));
}
