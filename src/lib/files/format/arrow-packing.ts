import { refuse } from '../fault';
import { LIMITS } from '../limits';
import { type ArrowMessage, type PackedBatch, withoutPacking } from './arrow-messages';
import { unpackLz4 } from './lz4';
import { type Unpack, startZstd } from './zstd';

/** What stands in place of a buffer's length where it is not packed after all. */
const NOT_PACKED = -1n;
const CONTINUED = 0xffffffff;

/**
 * Messages as a stream whose buffers are not packed, also where they are, as pandas, R and Polars write them.
 * @throws FileFaultError where they unpack to more than is read of one file, or to something else than
 * they say
 */
export async function unpackedStream(messages: readonly ArrowMessage[]): Promise<Uint8Array> {
	const zstd = messages.some(({ packed }) => packed?.codec === 'zstd') ? await startZstd() : null;
	const count = unpackedCount();
	const parts = messages.flatMap(({ head, body, packed }) => {
		const unpacked =
			packed === null
				? { head, body }
				: unpack(head, body, packed, (buffer) =>
						unpackBuffer(buffer, packed.codec === 'zstd' && zstd ? zstd : unpackLz4, count)
					);
		const start = new DataView(new ArrayBuffer(8));
		start.setUint32(0, CONTINUED, true);
		start.setInt32(4, unpacked.head.length, true);
		return [new Uint8Array(start.buffer), unpacked.head, unpacked.body];
	});
	return joined([...parts, new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0])]);
}

function unpackedCount(): (length: number) => void {
	let unpacked = 0;
	return (length) => {
		unpacked += length;
		if (unpacked > LIMITS.unpacked) refuse('unpacks_too_large', unpacked, LIMITS.unpacked);
	};
}

function unpack(
	packedHead: Uint8Array,
	body: Uint8Array,
	packed: PackedBatch,
	by: (buffer: Uint8Array) => Uint8Array
): { head: Uint8Array; body: Uint8Array } {
	const head = withoutPacking(packedHead, packed);
	const view = new DataView(head.buffer);
	const buffers: Uint8Array[] = [];
	let at = 0;
	for (const place of packed.buffers) {
		const from = Number(view.getBigInt64(place, true));
		const length = Number(view.getBigInt64(place + 8, true));
		if (from < 0 || length < 0 || from + length > body.length) refuse('arrow_damaged');
		const buffer = by(body.subarray(from, from + length));
		view.setBigInt64(place, BigInt(at), true);
		view.setBigInt64(place + 8, BigInt(buffer.length), true);
		const filled = new Uint8Array(Math.ceil(buffer.length / 8) * 8);
		filled.set(buffer);
		buffers.push(filled);
		at += filled.length;
	}
	view.setBigInt64(packed.bodyLength, BigInt(at), true);
	return { head, body: joined(buffers) };
}

/** A packed buffer begins with its unpacked length, in eight bytes. */
function unpackBuffer(
	packed: Uint8Array,
	unpack: Unpack,
	count: (length: number) => void
): Uint8Array {
	if (packed.length < 8) return packed.subarray(0, 0);
	const said = new DataView(packed.buffer, packed.byteOffset, 8).getBigInt64(0, true);
	const content = packed.subarray(8);
	if (said === NOT_PACKED) return content;
	if (said < 0n) return refuse('arrow_damaged');
	count(Number(said));
	const room = new Uint8Array(Number(said));
	try {
		if (unpack(content, room) === room.length) return room;
	} catch (cause) {
		return refuse('arrow_damaged', '', '', cause);
	}
	return refuse('arrow_damaged');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
