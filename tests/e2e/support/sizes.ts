import { brotliCompressSync } from 'node:zlib';
import type { Page } from './test';

/** Bytes of what a browser receives from a host that compresses as well as brotli can. */
function brotliSize(bytes: Buffer | string): number {
	return brotliCompressSync(bytes).length;
}

export interface Loaded {
	address: string;
	kind: 'html' | 'css' | 'javascript' | 'wasm' | 'other';
	text: string;
	brotli: number;
}

function kindOf(type: string): Loaded['kind'] {
	if (type.startsWith('text/html')) return 'html';
	if (type.startsWith('text/css')) return 'css';
	if (type.startsWith('text/javascript')) return 'javascript';
	if (type.startsWith('application/wasm')) return 'wasm';
	return 'other';
}

/** Everything that the page loads by itself, until the network has been quiet for half a second. */
export async function loadedBy(page: Page, address: string): Promise<Loaded[]> {
	const waiting: Promise<Loaded>[] = [];
	page.on('response', (response) => {
		waiting.push(
			response.body().then((body) => ({
				address: new URL(response.url()).pathname,
				kind: kindOf(response.headers()['content-type'] ?? ''),
				text: body.toString('utf8'),
				brotli: brotliSize(body)
			}))
		);
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	return Promise.all(waiting);
}

export function total(loaded: readonly Loaded[], kind: Loaded['kind']): number {
	return loaded.filter((file) => file.kind === kind).reduce((sum, { brotli }) => sum + brotli, 0);
}
