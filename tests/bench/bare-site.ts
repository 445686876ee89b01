import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compressFolder } from '../../data/site/compress';
import { SITE } from '../../data/site/build';

/** Builds the bare page into a folder of its own, with the same extract, compressed alike. */
export async function buildBareSite(folder: string): Promise<void> {
	await build({
		configFile: false,
		root: fileURLToPath(new URL('./bare', import.meta.url)),
		logLevel: 'warn',
		build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' }
	});
	cpSync(path.join(SITE, 'extract'), path.join(folder, 'extract'), { recursive: true });
	await compressFolder(folder, 'quick');
}
