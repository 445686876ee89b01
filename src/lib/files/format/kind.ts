import { refuse } from '../fault';

/** Formats by what the bytes hold, never by the name: tables saved as HTML are called `.xls`. */
export type FileKind = 'xlsx' | 'parquet' | 'arrow' | 'html' | 'json' | 'text';

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const CONTINUED = [0xff, 0xff, 0xff, 0xff];
const HEAD = 65_536;

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
	return magic.every((byte, index) => bytes[index] === byte);
}

/** The first bytes as text, with the second bytes of two-byte letters left out. */
function headText(bytes: Uint8Array): string {
	return new TextDecoder('latin1')
		.decode(bytes.subarray(0, HEAD))
		.replaceAll('\u0000', '')
		.replace(/^(ÿþ|þÿ|ï»¿)?\s*/, '');
}

/**
 * What kind of file this is.
 * @throws FileFaultError for an empty file, old Excel and locked workbooks
 */
export function kindOf(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) refuse('empty');
	const head = headText(bytes);
	if (startsWith(bytes, OLD_EXCEL))
		refuse(head.includes('EncryptedPackage') ? 'encrypted' : 'old_excel');
	if (startsWith(bytes, ZIP)) return 'xlsx';
	if (startsWith(bytes, EMPTY_ZIP)) refuse('zip_other');
	if (head.startsWith('PAR1')) return 'parquet';
	if (head.startsWith('PARE')) refuse('encrypted');
	if (head.startsWith('ARROW1') || startsWith(bytes, CONTINUED)) return 'arrow';
	if (/^(<!--|<(!doctype html|html|head|body|table|meta|style|tr|div)\b)/i.test(head))
		return 'html';
	if (/^<\?xml/i.test(head) && /<(html|table)\b/i.test(head)) return 'html';
	return /^(\{\s*["}]|\[\s*([[{"\]\-\d]|true|false|null))/.test(head) ? 'json' : 'text';
}

/** The same of a file that is not read yet. */
export async function kindOfFile(file: Blob): Promise<FileKind> {
	return kindOf(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}
