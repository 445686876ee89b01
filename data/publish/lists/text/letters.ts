import { createReadStream } from 'node:fs';
import { westernLetters } from '$lib/read/decode';
import { readRecords } from './records';

export type Letters = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

function decoder(letters: Letters): (bytes: Uint8Array | null) => string {
	if (letters === 'windows-1252') return (bytes) => (bytes ? westernLetters(bytes) : '');
	const text = new TextDecoder(letters);
	return (bytes) => (bytes ? text.decode(bytes, { stream: true }) : text.decode());
}

/** The records of a text file, a piece of the file at a time. */
export async function* recordsOfFile(
	file: string,
	letters: Letters,
	delimiter: string,
	signal: AbortSignal | undefined
): AsyncGenerator<string[][]> {
	const decode = decoder(letters);
	const reader = readRecords(delimiter);
	for await (const chunk of createReadStream(file, {
		highWaterMark: 1 << 20,
		...(signal ? { signal } : {})
	}) as AsyncIterable<Buffer>)
		yield reader.push(decode(chunk));
	yield reader.push(decode(null));
	yield reader.end();
}
