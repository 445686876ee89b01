import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Results, Task } from './tasks';

type Told = { progress: string; share: number } | { result: unknown } | { error: string };

/**
 * Runs a task in a process of its own. Temporary files of the process are made in `folder`.
 * @throws Error with what the process said, where it failed or was stopped
 */
export function inProcess<Kind extends Task['kind']>(
	task: Extract<Task, { kind: Kind }>,
	folder: string,
	onProgress: (what: string, share: number) => void
): Promise<Results[Kind]> {
	const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), [folder], {
		env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder }
	});
	return new Promise((resolve, reject) => {
		child.on('message', (told: Told) => {
			if ('progress' in told) onProgress(told.progress, told.share);
			else if ('result' in told) resolve(told.result as Results[Kind]);
			else reject(new Error(told.error));
		});
		child.on('exit', (code) => reject(new Error(`${task.kind} ended with ${String(code)}`)));
		child.on('error', reject);
		child.send(task);
	});
}
