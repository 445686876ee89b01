import { westernLetters } from '$lib/read/decode';
import { refuse } from '../fault';

const HEAD = 4096;
/** Bytes by which text is told from what is none. */
const TOLD = 65_536;

/** UTF-16 without its mark: nearly every second byte of a Latin text is zero. */
export function wideLetters(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const head = bytes.subarray(0, HEAD - (HEAD % 2));
	let odd = 0;
	let even = 0;
	head.forEach((byte, at) => {
		if (byte !== 0) return;
		if (at % 2 === 0) even += 1;
		else odd += 1;
	});
	const half = head.length / 2;
	if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
	return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null;
}

function wide(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const label = wideLetters(bytes);
	return label === null ? null : new TextDecoder(label).decode(bytes);
}

/** How many bytes the UTF-8 letter that begins here takes; 0 where none does. */
function letterAt(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
	if (length === 0 || first >= 0xf5) return 0;
	for (let next = 1; next < length; next += 1)
		if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
	return length;
}

/** First lines that are written in UTF-8 and first that are not, from 1; null where there is none. */
export function letterLines(bytes: Uint8Array): { utf8: number | null; other: number | null } {
	const found: { utf8: number | null; other: number | null } = { utf8: null, other: null };
	let line = 1;
	for (let at = 0; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte === 10) line += 1;
		if (byte < 0x80) continue;
		const length = letterAt(bytes, at);
		if (length > 0) {
			found.utf8 ??= line;
			at += length - 1;
		} else found.other ??= line;
		if (found.utf8 !== null && found.other !== null) break;
	}
	return found;
}

/**
 * Text of the bytes: UTF-16 by its mark or its zero bytes, UTF-8 where every byte agrees, else
 * Windows-1252.
 * @throws FileFaultError where letters of two kinds are mixed, or a zero byte stands in the text
 */
export function lettersOf(bytes: Uint8Array): string {
	const text = wide(bytes) ?? narrow(bytes);
	const nul = text.indexOf('\u0000');
	if (nul >= 0) {
		if (looksBinary(text)) refuse('binary');
		refuse('nul', text.slice(0, nul).split('\n').length);
	}
	if (looksBinary(text)) refuse('binary');
	return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function narrow(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Bytes of a picture or a program hold letters of every kind by chance.
		if (looksBinary(new TextDecoder('latin1').decode(bytes.subarray(0, TOLD)))) refuse('binary');
		const { utf8, other } = letterLines(bytes);
		if (utf8 !== null && other !== null) refuse('letters_mixed', utf8, other);
		return westernLetters(bytes);
	}
}

/** Many control characters that no text carries. */
export function looksBinary(text: string): boolean {
	const head = text.slice(0, TOLD);
	let odd = 0;
	for (let at = 0; at < head.length; at += 1) {
		const code = head.charCodeAt(at);
		if (code < 32 && (code < 9 || code > 13) && code !== 27) odd += 1;
	}
	return odd > Math.max(4, head.length / 50);
}
