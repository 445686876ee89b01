import { readFile, stat } from 'node:fs/promises';
import { type FileProblem, problem } from '$lib/read';

export type Opened = { ok: true; bytes: Uint8Array } | { ok: false; problem: FileProblem };

/** The bytes of a file, or why there are none. */
export async function openFile(file: string): Promise<Opened> {
	try {
		if ((await stat(file)).isDirectory())
			return { ok: false, problem: problem('file_is_folder', file) };
		return { ok: true, bytes: await readFile(file) };
	} catch (error) {
		const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		return { ok: false, problem: problem(missing ? 'file_missing' : 'file_unreadable', file) };
	}
}
