import { programOffline } from './program-offline';

/**
 * A part of the program that is loaded on first need and then kept: an import costs some milliseconds
 * each time, also where there is nothing left to load.
 * @returns throws EngineError `program_offline` where it cannot be had; the next call tries again
 */
export function loadOnce<Program>(load: () => Promise<Program>): () => Promise<Program> {
	let loaded: Promise<Program> | null = null;
	return () => {
		loaded ??= load().catch((cause: unknown) => {
			loaded = null;
			return programOffline(cause);
		});
		return loaded;
	};
}
