import { EngineError } from './errors';

/**
 * For the `catch` of a dynamic import: a part of the program that is loaded on first need, and not with
 * the page, could not be had.
 * @throws EngineError `program_offline`, always
 */
export function programOffline(cause: unknown): never {
	throw new EngineError({ kind: 'program_offline' }, { cause });
}
