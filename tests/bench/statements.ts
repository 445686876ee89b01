import type { Page } from '@playwright/test';

/** What the page asked its database, word for word. */
export interface Statement {
	sql: string;
	params: unknown[];
}

/** Notes every statement that the page sends to DuckDB's worker, from its next load on. */
export async function recordStatements(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const asked: { sql: string; params: unknown[] }[] = [];
		const send = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
			const [message] = args as [{ type?: string; data?: unknown[] }];
			const { type, data = [] } = message;
			if (type === 'CREATE_PREPARED') asked.push({ sql: String(data[1]), params: [] });
			const last = asked.at(-1);
			// Statements run one after another: what is run is what was prepared last.
			if ((type === 'RUN_PREPARED' || type === 'SEND_PREPARED') && last !== undefined)
				last.params = data[2] as unknown[];
			Reflect.apply(send, this, args);
		};
		Object.assign(window, { takeStatements: () => asked.splice(0) });
	});
}

/** The statements noted since the last call. */
export function takeStatements(page: Page): Promise<Statement[]> {
	return page.evaluate(() => {
		const { takeStatements: take } = window as unknown as { takeStatements: () => Statement[] };
		return take();
	});
}
