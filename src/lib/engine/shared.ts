import type { Engine } from './engine';

let engine: Promise<Engine> | null = null;

/** The page's one engine. Its program is loaded by the first call, and DuckDB by the first query. */
export function sharedEngine(): Promise<Engine> {
	engine ??= import('./browser')
		.then(({ createBrowserEngine }) => createBrowserEngine())
		.catch((error: unknown) => {
			engine = null;
			throw error;
		});
	return engine;
}
