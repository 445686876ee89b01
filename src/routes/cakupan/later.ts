import type { answerInBrowser as Answer } from './browser';

/** `answerInBrowser`, whose program is loaded with the first question and not with the page. */
export async function answerLater(
	...asked: Parameters<typeof Answer>
): Promise<Awaited<ReturnType<typeof Answer>>> {
	const { answerInBrowser } = await import('./browser');
	return answerInBrowser(...asked);
}
