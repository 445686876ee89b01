import type { Engine } from './engine';
import { EngineError } from './errors';
import { remembered } from './remembered';

let engine: Promise<Engine> | null = null;

/**
 * The page's one engine. Its program is loaded by the first call, and DuckDB by the first query.
 * @throws EngineError `program_offline` where the program cannot be loaded
 */
export function sharedEngine(): Promise<Engine> {
	engine ??= open().catch((cause: unknown) => {
		engine = null;
		throw new EngineError({ kind: 'program_offline' }, { cause });
	});
	return engine;
}

async function open(): Promise<Engine> {
	const { createBrowserEngine } = await import('./browser');
	return remembered(createBrowserEngine());
}
