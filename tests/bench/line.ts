import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import type { Page } from '@playwright/test';

/** How the reader is connected, and how fast the machine is. */
export interface Line {
	name: string;
	/** Bytes a second towards the reader. */
	speed: number;
	/** Milliseconds there and back. */
	latency: number;
	/** How many times slower the page's own thread is; workers keep their speed. */
	slowdown: number;
}

export const LINES: readonly Line[] = [
	{ name: 'this machine', speed: Infinity, latency: 0, slowdown: 1 },
	{
		name: 'slow phone (1.6 Mbit/s, 150 ms, page thread 4 times slower)',
		speed: 200_000,
		latency: 150,
		slowdown: 4
	}
];

const PIECE = 4096;

export interface RunningLine {
	address: string;
	/** Bytes that have come to the reader so far, headers and all. */
	bytes: () => number;
	close: () => void;
}

/**
 * Puts a line between the browser and a server. Chromium's own emulation does not reach what a
 * worker loads, and DuckDB's program is loaded by one.
 */
export function openLine({ speed, latency }: Line, server: string): Promise<RunningLine> {
	const port = Number(new URL(server).port);
	const sockets = new Set<Socket>();
	let bytes = 0;
	let free = 0;
	/** All connections share the line: each piece waits for those before it. */
	const later = (piece: Buffer, write: () => void) => {
		const now = performance.now();
		free = Math.max(free, now) + (piece.length / speed) * 1000;
		setTimeout(write, free - now + latency / 2);
	};
	const proxy = createServer({ noDelay: true }, (reader) => {
		const host = connect({ port, host: 'localhost', noDelay: true });
		let handshake = latency;
		for (const socket of [reader, host]) {
			sockets.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => sockets.delete(socket));
		}
		reader.on('data', (asked: Buffer) => {
			setTimeout(() => host.write(asked), latency / 2 + handshake);
			handshake = 0;
		});
		host.on('data', (answer: Buffer) => {
			bytes += answer.length;
			for (let at = 0; at < answer.length; at += PIECE) {
				const piece = answer.subarray(at, at + PIECE);
				later(piece, () => reader.destroyed || reader.write(piece));
			}
		});
		reader.on('close', () => host.destroy());
		host.on('close', () => later(Buffer.alloc(0), () => reader.end()));
	});
	return new Promise((resolve) => {
		proxy.listen(0, () =>
			resolve({
				address: `http://localhost:${(proxy.address() as AddressInfo).port}/`,
				bytes: () => bytes,
				close: () => {
					proxy.close();
					for (const socket of sockets) socket.destroy();
				}
			})
		);
	});
}

export async function slowDown(page: Page, { slowdown }: Line): Promise<void> {
	if (slowdown === 1) return;
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}
