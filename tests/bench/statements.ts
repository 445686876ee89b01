import type { Page } from '@playwright/test';

/** What the page asked its database, word for word. */
export interface Statement {
	sql: string;
	params: unknown[];
}

/** A file of an extract, and the name under which statements know it. */
export interface Dataset {
	id: string;
	file: string;
}

/** Statements, and the milliseconds from the first one's sending to the last one's answer. */
export interface Asked {
	statements: Statement[];
	time: number;
}

/** Notes every statement that the page sends to DuckDB's worker, from its next load on. */
export async function recordStatements(page: Page): Promise<void> {
	await page.addInitScript(() => {
		interface Message {
			type?: string;
			messageId?: number;
			requestId?: number;
			data?: unknown;
		}
		// Browsers note 250 files at first; a page that is filtered many times has more.
		performance.setResourceTimingBufferSize(100_000);
		const statements: { sql: string; params: unknown[] }[] = [];
		/** Statements being prepared, by message, and then by the number that DuckDB gives them. */
		const preparing = new Map<number | undefined, string>();
		const prepared = new Map<unknown, string>();
		const heard = new WeakSet<Worker>();
		let [first, last] = [Infinity, 0];
		const hear = ({ data: answer }: MessageEvent<Message>) => {
			last = performance.now();
			const sql = preparing.get(answer.requestId);
			if (sql === undefined) return;
			preparing.delete(answer.requestId);
			prepared.set(answer.data, sql);
		};
		const send = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
			if (!heard.has(this)) this.addEventListener('message', hear);
			heard.add(this);
			const { type, messageId, data } = args[0] as Message;
			const of = data as unknown[];
			if (type === 'CREATE_PREPARED') preparing.set(messageId, String(of[1]));
			if (type === 'RUN_PREPARED' || type === 'SEND_PREPARED')
				statements.push({ sql: prepared.get(of[1]) ?? '', params: of[2] as unknown[] });
			first = Math.min(first, performance.now());
			Reflect.apply(send, this, args);
		};
		Object.assign(window, {
			takeStatements: () => {
				const time = Math.max(0, last - first);
				[first, last] = [Infinity, 0];
				return { statements: statements.splice(0), time };
			}
		});
	});
}

/** What was asked since the last call. */
export function takeStatements(page: Page): Promise<Asked> {
	return page.evaluate(() => {
		const { takeStatements: take } = window as unknown as { takeStatements: () => Asked };
		return take();
	});
}

/** The files of extracts that the page has fetched so far: the first of each under the extract's id. */
export function takeDatasets(page: Page): Promise<Dataset[]> {
	return page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => new URL(name).pathname)
			.flatMap((file) => {
				const [, extract = '', part = ''] = /\/extract\/(\w+)\/(\w+)\.duckdb$/.exec(file) ?? [];
				if (extract === '') return [];
				const first = part === 'core' || part === extract;
				return [{ id: first ? extract : `${extract}_${part}`, file }];
			})
	);
}
