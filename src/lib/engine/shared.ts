import type { Engine } from './engine';
import { EngineError } from './errors';

let engine: Promise<Engine> | null = null;

/**
 * The page's one engine. Its program is loaded by the first call, and DuckDB by the first query.
 * @throws EngineError `offline` where the program cannot be loaded
 */
export function sharedEngine(): Promise<Engine> {
	engine ??= import('./browser')
		.then(({ createBrowserEngine }) => createBrowserEngine())
		.catch((cause: unknown) => {
			engine = null;
			throw new EngineError({ kind: 'offline', file: 'engine' }, { cause });
		});
	return engine;
}
