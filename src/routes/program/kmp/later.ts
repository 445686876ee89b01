import { EngineError } from '$lib/engine/errors';
import type { answerInBrowser as Answer } from './browser';

/**
 * `answerInBrowser`, whose program is loaded with the first question and not with the page.
 * @throws EngineError `offline` where it cannot be loaded, and what the answer throws
 */
export async function answerLater(
	...asked: Parameters<typeof Answer>
): Promise<Awaited<ReturnType<typeof Answer>>> {
	const { answerInBrowser } = await import('./browser').catch((cause: unknown) => {
		throw new EngineError({ kind: 'offline', file: 'program' }, { cause });
	});
	return answerInBrowser(...asked);
}
