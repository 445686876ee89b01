import { refuse } from '../fault';

export type Unpack = (packed: Uint8Array, room: Uint8Array) => number;

/**
 * Zstandard's own decoder (zstddec), started: a damaged frame keeps decoders in JavaScript busy for as
 * long as it says. Writes what is unpacked into a room of its length; returns how much it was.
 * @throws FileFaultError where the program cannot be loaded
 */
export async function startZstd(): Promise<Unpack> {
	const { ZSTDDecoder } = await import('zstddec').catch((cause: unknown) =>
		refuse('offline', '', '', cause)
	);
	bufferForStart();
	const decoder = new ZSTDDecoder();
	await decoder.init();
	return (packed, room) => {
		const unpacked = decoder.decode(packed, room.length);
		if (unpacked.length === room.length) room.set(unpacked);
		return unpacked.length;
	};
}

/**
 * It holds its WebAssembly as letters, which it reads by `fetch` or by Node's `Buffer`. The worker that
 * reads files has had its `fetch` taken away.
 */
function bufferForStart(): void {
	const host = globalThis as { fetch?: unknown; Buffer?: unknown };
	if (host.fetch !== undefined || host.Buffer !== undefined) return;
	host.Buffer = {
		from: (letters: string) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
	};
}
