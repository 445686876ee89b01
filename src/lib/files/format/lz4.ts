const MAGIC = 0x184d2204;
/** Of the frame's flags. */
const BLOCK_CHECKSUM = 0x10;
const CONTENT_SIZE = 0x08;
const DICTIONARY = 0x01;
/** Of a block's length: it is not packed. */
const PLAIN = 0x80000000;
/** The shortest run that a block repeats. */
const LEAST_RUN = 4;

/**
 * Unpacks an LZ4 frame into a room that is as long as what was packed. Written here since the decoders
 * at hand skip a block's checksum before the block instead of behind it, and Polars writes one.
 * Checksums are not compared: what is unpacked is held against its own format afterwards.
 * @returns how many bytes were written
 * @throws RangeError where a frame says more than it or the room holds
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
export function unpackLz4(packed: Uint8Array, room: Uint8Array): number {
	const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
	if (view.getUint32(0, true) !== MAGIC) throw new RangeError('no LZ4 frame');
	const flags = view.getUint8(4);
	let at = 7 + (flags & CONTENT_SIZE ? 8 : 0) + (flags & DICTIONARY ? 4 : 0);
	let written = 0;
	for (;;) {
		const said = view.getUint32(at, true);
		at += 4;
		if (said === 0) return written;
		const length = said & ~PLAIN;
		if (at + length > packed.length) throw new RangeError('the frame ends within a block');
		const block = packed.subarray(at, at + length);
		if (said & PLAIN) {
			room.set(block, written);
			written += length;
		} else written = unpackBlock(block, room, written);
		at += length + (flags & BLOCK_CHECKSUM ? 4 : 0);
	}
}

/** Literals and runs by turns; a block ends with literals. */
function unpackBlock(block: Uint8Array, room: Uint8Array, from: number): number {
	let at = 0;
	let written = from;
	const byte = () => {
		const value = block[at];
		if (value === undefined) throw new RangeError('the block ends too soon');
		at += 1;
		return value;
	};
	const lengthOf = (nibble: number) => {
		let length = nibble;
		for (let more = nibble === 15 ? 255 : 0; more === 255; length += more) more = byte();
		return length;
	};
	while (at < block.length) {
		const token = byte();
		const literals = lengthOf(token >> 4);
		if (at + literals > block.length) throw new RangeError('the block ends within its literals');
		room.set(block.subarray(at, at + literals), written);
		at += literals;
		written += literals;
		if (at === block.length) break;
		const back = byte() | (byte() << 8);
		const length = LEAST_RUN + lengthOf(token & 15);
		if (back === 0 || back > written || written + length > room.length)
			throw new RangeError('a run outside of what was unpacked');
		// A run may overlap what it repeats, so that it is copied a byte at a time.
		for (const end = written + length; written < end; written += 1)
			room[written] = room[written - back] ?? 0;
	}
	return written;
}
