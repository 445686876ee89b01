import type { Engine } from './engine';
import { EngineError } from './errors';
import { remembered } from './remembered';
import { together } from './together';

interface Shared {
	/** Answers come in the order that a statement asks for. */
	ordered: Engine;
	/** What is asked at one moment is asked at once; the order of the rows is left open. */
	gathered: Engine;
}

let engines: Promise<Shared> | null = null;

/**
 * The page's one engine. Its program is loaded by the first call, and DuckDB by the first query.
 * @throws EngineError `program_offline` where the program cannot be loaded
 */
export async function sharedEngine(): Promise<Engine> {
	return (await shared()).ordered;
}

/**
 * The same engine, for many small questions that put their rows in order by themselves.
 * @throws EngineError as `sharedEngine`
 */
export async function gatheringEngine(): Promise<Engine> {
	return (await shared()).gathered;
}

function shared(): Promise<Shared> {
	engines ??= open().catch((cause: unknown) => {
		engines = null;
		throw new EngineError({ kind: 'program_offline' }, { cause });
	});
	return engines;
}

async function open(): Promise<Shared> {
	const { createBrowserEngine } = await import('./browser');
	const engine = createBrowserEngine();
	return { ordered: remembered(engine), gathered: remembered(together(engine)) };
}
