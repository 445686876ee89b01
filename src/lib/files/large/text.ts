import { westernLetters } from '$lib/read/decode';
import { refuse } from '../fault';
import { letterLines, wideLetters } from '../format/letters';

/** How the letters of a text are written. */
export type Letters = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes that are read at a time: asking for fewer is slow. */
const READ = 32 * 1024 * 1024;
/** Bytes that are gone through at a time: more do not stay near the processor. */
const PIECE = 4 * 1024 * 1024;
const LF = 10;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** What the first bytes say; UTF-8 where they say nothing. `mark` is the length of the mark. */
export function lettersBy(head: Uint8Array): { letters: Letters; mark: number } {
	if (head[0] === 0xff && head[1] === 0xfe) return { letters: 'utf-16le', mark: 2 };
	if (head[0] === 0xfe && head[1] === 0xff) return { letters: 'utf-16be', mark: 2 };
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
		return { letters: 'utf-8', mark: 3 };
	return { letters: wideLetters(head) ?? 'utf-8', mark: 0 };
}

/** Thrown where a text is not written as it was taken to be: it is then begun anew. */
export class OtherLetters extends Error {
	override readonly name = 'OtherLetters';
}

/**
 * The text of a file, some megabytes at a time, without its mark.
 * @throws OtherLetters where it is no UTF-8 though it was taken for it
 * @throws FileFaultError where letters of two kinds are mixed, or a zero byte stands in it
 */
export async function* textOf(file: Blob, letters: Letters, mark: number): AsyncGenerator<string> {
	const decode = decoder(letters);
	let line = 1;
	for await (const { bytes, last } of pieces(file, mark, letters)) {
		const text = decode(bytes, last, line);
		const nul = text.indexOf('\u0000');
		if (nul >= 0) refuse('nul', line + breaksIn(text.slice(0, nul)));
		line += breaksIn(text);
		yield text;
	}
}

/** The bytes of a file in pieces that end with a line where they can. */
async function* pieces(
	file: Blob,
	mark: number,
	letters: Letters
): AsyncGenerator<{ bytes: Uint8Array; last: boolean }> {
	const wide = letters.startsWith('utf-16');
	for (let from = mark; from < file.size;) {
		const read = new Uint8Array(await file.slice(from, from + READ).arrayBuffer());
		const whole = from + read.length >= file.size;
		for (let at = 0; at < read.length;) {
			const piece = read.subarray(at, at + PIECE);
			// Texts that are put together afterwards take more time.
			const end = wide ? 0 : piece.lastIndexOf(LF) + 1;
			const length = end > 0 ? end : piece.length;
			at += length;
			from += length;
			yield { bytes: piece.subarray(0, length), last: whole && at === read.length };
		}
	}
}

function decoder(letters: Letters): (bytes: Uint8Array, last: boolean, line: number) => string {
	if (letters === 'windows-1252') {
		let first: number | null = null;
		return (bytes, _, line) => {
			const { utf8, other } = letterLines(bytes);
			first ??= other === null ? null : line + other - 1;
			if (utf8 !== null && first !== null) refuse('letters_mixed', line + utf8 - 1, first);
			return westernLetters(bytes);
		};
	}
	const strict = new TextDecoder(letters, { fatal: true, ignoreBOM: true });
	let utf8: number | null = null;
	return (bytes, last, line) => {
		try {
			const text = strict.decode(bytes, { stream: !last });
			// As many letters as bytes: all of them are of one byte.
			if (utf8 === null && text.length < bytes.length)
				utf8 = line + breaksIn(text.slice(0, Math.max(0, text.search(BEYOND_ASCII))));
			return text;
		} catch (cause) {
			const found = letterLines(bytes);
			const first = utf8 ?? (found.utf8 === null ? null : line + found.utf8 - 1);
			if (letters === 'utf-8' && first === null) throw new OtherLetters(letters, { cause });
			return refuse('letters_mixed', first ?? line, line + (found.other ?? 1) - 1, cause);
		}
	};
}

function breaksIn(text: string): number {
	let breaks = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks += 1;
	return breaks;
}
