import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runExtract } from '../../../../data/publish/extract/run';
import { PROJECT } from '../../../../data/site/tool';

/** A room for one file of tests; take it away with `leave`. */
export function room(): { at: (...names: string[]) => string; leave: () => void } {
	const top = mkdtempSync(path.join(tmpdir(), 'extract-command-'));
	return {
		at: (...names) => path.join(top, ...names),
		leave: () => rmSync(top, { recursive: true, force: true })
	};
}

export interface Ended {
	code: number | null;
	out: string;
	err: string;
}

/** Runs the command in this process, without a terminal. */
export async function ranHere(...args: string[]): Promise<Ended> {
	const said = { out: '', err: '' };
	const code = await runExtract(args, {
		out: (text) => void (said.out += text),
		err: (text) => void (said.err += text),
		terminal: false,
		signal: new AbortController().signal
	});
	return { code, ...said };
}

/**
 * Starts the command as an office does, with a folder of its own for temporary files.
 * @param onError called with everything that it has said so far
 */
export function started(
	args: readonly string[],
	temporary: string,
	onError: (said: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined
): Promise<Ended> {
	mkdirSync(temporary, { recursive: true });
	// Without a cache of compiled files, so that what is found there is the command's own.
	const env = { ...process.env, TMPDIR: temporary, TSX_DISABLE_CACHE: '1' };
	const child = spawn(
		process.execPath,
		['--import', 'tsx', path.join('data', 'publish', 'extract.ts'), ...args],
		{ cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] }
	);
	const said = { out: '', err: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		said.err += text;
		onError(said.err, (signal) => void child.kill(signal));
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, ...said }));
	});
}

/** Every file below a folder with its bytes. */
export function contents(folder: string): Record<string, string> {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
	return Object.fromEntries(
		names
			.filter((name) => statSync(path.join(folder, name)).isFile())
			.map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')])
	);
}
