import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { serve } from '../../data/site/server';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TOP = path.resolve(HERE, '../..');

/**
 * Builds and serves a page that holds one part of the program and nothing else: a grid over a table made
 * in DuckDB, or the reading of a reader's own file.
 */
export async function serveSmallPage(
	name: 'grid-page' | 'files-page'
): Promise<{ address: string; close(): Promise<void> }> {
	const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
	await build({
		configFile: false,
		root: path.join(HERE, name),
		logLevel: 'error',
		plugins: [svelte({ configFile: false })],
		resolve: { alias: { $lib: path.join(TOP, 'src/lib') } },
		build: { outDir: folder, target: 'es2022', assetsInlineLimit: 0, emptyOutDir: true }
	});
	const site = await serve(folder, 0);
	return {
		address: site.address,
		async close() {
			await site.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
