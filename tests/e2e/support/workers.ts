import type { Page } from '@playwright/test';

interface Watched {
	startedWorkers: Worker[];
	/** How many of the next statements their worker does not survive. */
	deaths: number;
}

/**
 * Keeps the workers that the page starts, from its next load on, so that one can be killed while a
 * statement is under way: it has been sent, and not answered.
 */
export async function watchWorkers(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const watched = window as unknown as Watched;
		watched.startedWorkers = [];
		watched.deaths = 0;
		window.Worker = class extends Worker {
			constructor(address: string | URL, options?: WorkerOptions) {
				super(address, options);
				watched.startedWorkers.push(this);
			}

			override postMessage(message: unknown, transfer?: unknown): void {
				super.postMessage(message, transfer as Transferable[]);
				const { type } = message as { type?: string };
				if (type !== 'RUN_PREPARED' || watched.deaths === 0) return;
				watched.deaths -= 1;
				this.terminate();
			}
		};
	});
}

/** The next statements, so many, are sent to a worker that ends before it can answer. */
export function killUnderStatements(page: Page, count: number): Promise<void> {
	return page.evaluate((deaths) => {
		(window as unknown as Watched).deaths = deaths;
	}, count);
}

export function deathsLeft(page: Page): Promise<number> {
	return page.evaluate(() => (window as unknown as Watched).deaths);
}

export function workersStarted(page: Page): Promise<number> {
	return page.evaluate(() => (window as unknown as Watched).startedWorkers.length);
}
