import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { SECRET_BYTES } from './keys';
import { placeProblemOf } from './place';
import type { SecretProblem } from './problem';

/** Read and written by the owner alone. */
const OWNER_ONLY = 0o600;

/**
 * Writes a new random secret: 32 bytes as 64 hexadecimal digits, which can be copied from paper where
 * the file is lost.
 * @returns null where it was written; nothing that exists is ever overwritten
 */
export async function writeSecret(file: string): Promise<SecretProblem | null> {
	const place = placeProblemOf(file);
	if (place !== null) return { kind: place };
	let handle: FileHandle;
	try {
		// `wx` also refuses a symbolic link, wherever it leads.
		handle = await open(file, 'wx', OWNER_ONLY);
	} catch (error) {
		return { kind: reasonOf(error) };
	}
	try {
		await handle.chmod(OWNER_ONLY);
		await handle.writeFile(`${randomBytes(SECRET_BYTES).toString('hex')}\n`);
		await handle.sync();
		await handle.close();
		return null;
	} catch {
		// A part of a secret is of no use to anyone.
		await handle.close().catch(() => undefined);
		await rm(file, { force: true });
		return { kind: 'not_writable' };
	}
}

function reasonOf(error: unknown): 'exists' | 'no_folder' | 'not_writable' {
	const code = error instanceof Error && 'code' in error ? error.code : '';
	if (code === 'EEXIST' || code === 'EISDIR') return 'exists';
	return code === 'ENOENT' || code === 'ENOTDIR' ? 'no_folder' : 'not_writable';
}
