import { readFile, stat } from 'node:fs/promises';
import { SECRET_BYTES } from './keys';
import { placeProblemOf } from './place';
import type { SecretProblem } from './problem';
import { weaknessOf } from './strength';

export type SecretRead = { ok: true; secret: Uint8Array } | { ok: false; problem: SecretProblem };

/** More than this is no secret, and is not read into memory. */
const MOST_BYTES = 4096;
const OTHERS = 0o077;

/**
 * The secret in a file: 64 hexadecimal digits, white space around them ignored.
 * A file that others on this machine may read is refused (not on Windows, which has no such mode),
 * as is one that could be published by mistake, and one that can be guessed.
 */
export async function readSecret(file: string): Promise<SecretRead> {
	try {
		const status = await stat(file);
		if (status.isDirectory()) return refused({ kind: 'folder' });
		const place = placeProblemOf(file);
		if (place !== null) return refused({ kind: place });
		if (process.platform !== 'win32' && (status.mode & OTHERS) !== 0)
			return refused({ kind: 'open_to_others' });
		if (status.size > MOST_BYTES) return refused({ kind: 'malformed' });
		return parseSecret(await readFile(file, 'utf8'));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : '';
		return refused({ kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' });
	}
}

function refused(problem: SecretProblem): SecretRead {
	return { ok: false, problem };
}

function parseSecret(content: string): SecretRead {
	const text = content.trim();
	if (text.length < SECRET_BYTES * 2) return refused({ kind: 'short' });
	if (text.length > SECRET_BYTES * 2 || !/^[0-9a-f]+$/i.test(text))
		return refused({ kind: 'malformed' });
	const secret = new Uint8Array(Buffer.from(text, 'hex'));
	const weakness = weaknessOf(secret);
	return weakness === null ? { ok: true, secret } : refused({ kind: 'guessable', weakness });
}
