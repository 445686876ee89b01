import { rmSync } from 'node:fs';
import { runBare } from './bare/run';
import { writeClean } from './bare/clean';
import { compareCells } from './compare';
import { coreVariants } from './core';
import { cellErrors } from './errors';
import { runOwn } from './own';
import type { Task } from './tasks';

/** One task in a process of its own, so that its memory is nobody else's. */
async function perform(task: Task): Promise<unknown> {
	switch (task.kind) {
		case 'own':
			return runOwn(task);
		case 'clean':
			await writeClean({ files: task.lists, refused: task.refused, folder: task.folder });
			return null;
		case 'bare':
			return runBare(task);
		case 'compare':
			return compareCells(task);
		case 'errors':
			return cellErrors(task);
		case 'core':
			return coreVariants(task);
	}
}

/** Leaving in the usual way would wait for the statement that runs, and that may take minutes. */
function stop(): void {
	const [, , folder] = process.argv;
	if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
	process.kill(process.pid, 'SIGKILL');
}

// Whoever started this is gone: so are we, with all that is on the disk.
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

process.once('message', (task: Task) => {
	perform(task).then(
		(result) => process.send?.({ result }, () => process.exit(0)),
		(error: unknown) => {
			const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
			const problem =
				error instanceof Error && 'problem' in error ? ` ${JSON.stringify(error.problem)}` : '';
			process.send?.({ error: `${said}${problem}` }, () => process.exit(1));
		}
	);
});
