import { Inflate } from 'fflate';
import { refuse } from '../fault';
import { LIMITS } from '../limits';

/** A part of a ZIP as its central directory says; nothing has been unpacked yet. */
export interface ZipEntry {
	name: string;
	/** 0 as it is, 8 deflated. */
	method: number;
	packed: number;
	unpacked: number;
	/** Where its local head begins. */
	at: number;
	locked: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const WIDE = 0xffffffff;

/**
 * The central directory of a ZIP: names and sizes of what is in it, before anything is unpacked.
 * Source: PKWARE APPNOTE 6.3, 4.3.12 and 4.3.16.
 * @throws FileFaultError where it is missing or cut
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end < 0) return refuse('zip_damaged');
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	if (at === WIDE || count === 0xffff) return refuse('too_large', bytes.length, LIMITS.bytes);
	if (count > LIMITS.entries) refuse('unpacks_too_large', count, LIMITS.entries);
	const entries: ZipEntry[] = [];
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) refuse('zip_damaged');
		const nameLength = view.getUint16(at + 28, true);
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
			locked: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
			at: view.getUint32(at + 42, true)
		});
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

function endOf(view: DataView): number {
	const last = view.byteLength - END_SIZE;
	for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
		if (view.getUint32(at, true) === END) return at;
	return -1;
}

/**
 * Unpacks one part, and stops as soon as it is larger than the directory said.
 * @throws FileFaultError `zip_lies`, `zip_damaged`
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { at, packed, unpacked, method } = entry;
	if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return refuse('zip_damaged');
	const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	if (from + packed > bytes.length) return refuse('zip_damaged');
	const body = bytes.subarray(from, from + packed);
	if (method === 0) return packed === unpacked ? body : refuse('zip_lies', entry.name);
	if (method !== 8) return refuse('zip_damaged');
	const result = new Uint8Array(unpacked);
	let length = 0;
	const inflate = new Inflate((piece) => {
		if (length + piece.length > unpacked) refuse('zip_lies', entry.name);
		result.set(piece, length);
		length += piece.length;
	});
	inflatePieces(inflate, body);
	return length === unpacked ? result : refuse('zip_lies', entry.name);
}

/** A deflated byte gives a thousand at most, so that each piece's result fits in some 16 MB. */
const PIECE = 16_384;

function inflatePieces(inflate: Inflate, body: Uint8Array): void {
	try {
		for (let from = 0; from < body.length; from += PIECE)
			inflate.push(body.subarray(from, from + PIECE), from + PIECE >= body.length);
	} catch (cause) {
		if (cause instanceof Error && cause.name === 'FileFaultError') throw cause;
		refuse('zip_damaged', '', '', cause);
	}
}
