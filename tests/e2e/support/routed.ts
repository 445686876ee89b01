import type { Page } from './test';

/**
 * Waits until links are followed by the page itself. Before that, on a busy machine, a click loads the
 * whole document of the other page. SvelteKit takes over scrolling as it starts to follow links.
 */
export async function routed(page: Page): Promise<void> {
	await page.waitForFunction(() => history.scrollRestoration === 'manual');
}
