import { mkdtempSync, rmSync, cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { build } from 'vite';
import { buildExtract } from '../../../data/publish/published/build';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TOP = path.resolve(HERE, '../../..');

export interface EngineSite {
	address: string;
	/** The extract, for the engine in Node. Ends in `/`. */
	extract: string;
	close(): Promise<void>;
}

/** Builds a page that holds nothing but the engine, with an extract of the fixture's figures. */
export async function serveEnginePage(
	published = path.join(TOP, 'tests/fixtures/published')
): Promise<EngineSite> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'engine-page-'));
	const out = path.join(folder, 'extract/published');
	const built = path.join(folder, 'built');
	await build({
		configFile: false,
		root: HERE,
		logLevel: 'error',
		resolve: { alias: { $lib: path.join(TOP, 'src/lib') } },
		build: { outDir: built, target: 'es2022', assetsInlineLimit: 0, emptyOutDir: true }
	});
	await buildExtract({ published, reference: path.join(TOP, 'data/reference'), out });
	cpSync(path.join(folder, 'extract'), path.join(built, 'extract'), { recursive: true });
	const files = sirv(built, { dev: true });
	const server = createServer((request, response) => files(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://localhost:${port}/`,
		extract: `${out}/`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
