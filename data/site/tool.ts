import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project, wherever the command was called from. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
	bin?: string | Record<string, string>;
}

/**
 * The script behind an installed command, so that it runs by `node` itself: no shell, and the same
 * on Windows, where `node_modules/.bin` holds batch files.
 * @throws Error where the package is not installed or has no such command
 */
function toolScript(packageName: string, command = packageName): string {
	const folder = path.join(PROJECT, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
	const script = typeof bin === 'string' ? bin : bin?.[command];
	if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
	return path.join(folder, script);
}

export interface RunResult {
	/** Exit code; 1 where the program was ended by a signal or could not start. */
	code: number;
	output: string;
}

export interface RunOptions {
	env?: NodeJS.ProcessEnv;
	/** Shows the output while it comes; it is collected either way. */
	show?: boolean;
	/** Milliseconds after which the program is ended. */
	limit?: number;
}

/** Runs a program without a shell and without input. Never throws: a failed start is a result. */
export function run(
	file: string,
	args: readonly string[],
	{ env = {}, show = false, limit }: RunOptions = {}
): Promise<RunResult> {
	return new Promise((resolve) => {
		const child = spawn(file, args, {
			cwd: PROJECT,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			...(limit === undefined ? {} : { timeout: limit })
		});
		let output = '';
		const collect = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
			output += chunk.toString();
			if (show) stream.write(chunk);
		};
		child.stdout.on('data', collect(process.stdout));
		child.stderr.on('data', collect(process.stderr));
		child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
		child.on('close', (code, signal) => {
			if (signal !== null) output += `(ended by ${signal})\n`;
			resolve({ code: code ?? 1, output });
		});
	});
}

/** Runs an installed package's command by Node. */
export function runTool(
	packageName: string,
	args: readonly string[],
	options?: RunOptions
): Promise<RunResult> {
	const command = packageName === '@playwright/test' ? 'playwright' : packageName;
	return run(process.execPath, [toolScript(packageName, command), ...args], options);
}
