import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder, type Effort } from './compress';
import { fingerprint } from './fingerprint';
import { PROJECT, run, runTool } from './tool';

export const SITE = path.join(PROJECT, 'build');
const STAMP = path.join(SITE, '.made-from');

interface Step {
	name: string;
	run: () => Promise<void>;
}

function fails(result: { code: number; output: string }, what: string): void {
	if (result.code !== 0) throw new Error(`${what} failed:\n${result.output.trimEnd()}`);
}

function steps(effort: Effort): Step[] {
	return [
		{
			name: 'extract',
			run: async () => fails(await runTool('tsx', ['data/publish/build.ts']), 'npm run build:data')
		},
		{
			name: 'demo extract',
			run: async () =>
				fails(await runTool('tsx', ['data/publish/build-demo.ts']), 'npm run build:demo')
		},
		{
			name: 'pages',
			run: async () =>
				fails(
					await run(process.execPath, [
						path.join(PROJECT, 'node_modules/vite/bin/vite.js'),
						'build',
						'--logLevel',
						'warn'
					]),
					'vite build'
				)
		},
		{
			name: 'compress',
			run: async () => {
				await compressFolder(SITE, effort);
			}
		}
	];
}

/** Builds the extracts and the site into build/, whatever stands there. Says how long each step took. */
export async function build(effort: Effort): Promise<void> {
	// Taken first: a file that changes during the build makes the next start build again.
	const madeFrom = fingerprint(PROJECT);
	for (const step of steps(effort)) {
		const began = performance.now();
		process.stdout.write(`  ${step.name} … `);
		await step.run();
		process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
	}
	writeFileSync(STAMP, `${madeFrom}\n`);
}

/** Builds unless build/ was made from exactly what stands here now. */
export async function ensureBuilt(effort: Effort = 'quick'): Promise<'built' | 'unchanged'> {
	const made = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : '';
	if (made === fingerprint(PROJECT)) return 'unchanged';
	await build(effort);
	return 'built';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	build('small').catch((error: unknown) => {
		console.error(`\n${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	});
