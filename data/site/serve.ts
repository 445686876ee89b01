import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, SITE } from './build';
import { portFrom, serve } from './server';

/** `npm start` builds what has changed and serves it; `npm run preview` (--only) serves what stands. */
async function main(only: boolean): Promise<void> {
	const port = portFrom(process.env['PORT']);
	if (!only) {
		process.stdout.write('Membangun situs / Building the site\n');
		if ((await ensureBuilt()) === 'unchanged')
			process.stdout.write('  tidak berubah, memakai build/ / unchanged, reusing build/\n');
	} else if (!existsSync(path.join(SITE, 'index.html')))
		throw new Error(
			'build/ belum ada: jalankan npm run build. / There is no build/ yet: run npm run build.'
		);
	const site = await serve(SITE, port);
	process.stdout.write(
		`\nPantau Sejahtera: ${site.address}\n(English: ${site.address}en/ · Ctrl+C berhenti / stops)\n`
	);
	const stop = () => void site.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main(process.argv.includes('--only')).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
