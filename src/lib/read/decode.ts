import { fail } from './problem';

export type FileKind = 'xlsx' | 'html' | 'text';

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
	return magic.every((byte, index) => bytes[index] === byte);
}

/** Whether the bytes hold this ASCII text in the two-byte letters of a compound file. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
	const wide = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
	return bytes.some((_, at) => wide.every((byte, index) => bytes[at + index] === byte));
}

/**
 * What kind of file the bytes are, by what they hold and never by the name: tables saved as HTML
 * are called `.xls`. Old Excel and locked workbooks are refused by name.
 * @throws ReadError
 */
export function sniff(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) fail('file_empty');
	if (startsWith(bytes, OLD_EXCEL))
		fail(
			holdsWide(bytes.subarray(0, 65_536), 'EncryptedPackage') ? 'file_encrypted' : 'file_old_excel'
		);
	if (startsWith(bytes, ZIP)) return 'xlsx';
	if (startsWith(bytes, EMPTY_ZIP)) fail('file_zip_other');
	const head = decode(bytes.subarray(0, 4096), true).toLowerCase();
	return /<(html|table|!doctype html|tr|meta)\b/.test(head) ? 'html' : 'text';
}

/** Control characters that no text carries; many of them mean that this is no text at all. */
function looksBinary(text: string): boolean {
	let odd = 0;
	for (const letter of text) {
		const code = letter.codePointAt(0) ?? 0;
		if (code === 0) return true;
		if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) odd += 1;
	}
	return odd > text.length / 100;
}

/** A page that names its letters itself: Excel's own HTML does. */
function declaredLetters(bytes: Uint8Array): string | null {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
	return /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

function decoderFor(label: string | null): TextDecoder | null {
	try {
		return label === null ? null : new TextDecoder(label);
	} catch {
		return null;
	}
}

/**
 * Text of the bytes: by byte order mark (UTF-8, UTF-16), else UTF-8 where every byte agrees, else
 * what an HTML page declares, else Windows-1252.
 * @param partial the bytes may end within a letter
 * @throws ReadError where the bytes are no text
 */
export function decode(bytes: Uint8Array, partial = false): string {
	const text = decodeLetters(bytes, partial);
	if (looksBinary(text.slice(0, 65_536))) fail('file_binary');
	return text;
}

function decodeLetters(bytes: Uint8Array, partial: boolean): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial });
	} catch {
		const declared = decoderFor(declaredLetters(bytes));
		if (declared && !/^(utf-8|windows-1252)$/.test(declared.encoding))
			return declared.decode(bytes);
		return westernLetters(bytes);
	}
}

/** Windows-1252 where it differs from Latin-1, from byte 80 on. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Windows-1252 by hand: some runtimes read it as Latin-1 and lose dashes and quotation marks. */
export function westernLetters(bytes: Uint8Array): string {
	return new TextDecoder('latin1')
		.decode(bytes)
		.replace(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? letter);
}
