import path from 'node:path';
import { SITE } from '../../../data/site/build';
import { createNodeEngine } from '../../../src/lib/engine/node';
import type { Page } from './test';

const BASE = `${path.join(SITE, 'extract/demo')}/`;

/** What a plain query over the demo extract says: its columns `key` and `value`. */
export async function plain(sql: string, file?: string): Promise<Record<string, number>> {
	const engine = createNodeEngine();
	await engine.attach(file ? { id: 'demo', base: BASE, file } : { id: 'demo', base: BASE });
	const table = await engine.query(sql);
	const rows = Array.from({ length: table.numRows }, (_, row) => [
		String(table.getChild('key')?.get(row)),
		Number(table.getChild('value')?.get(row))
	]);
	await engine.close();
	return Object.fromEntries(rows) as Record<string, number>;
}

/** Values on the page by indicator, of those whose ids begin so; empty ones and shares are left out. */
export function shown(page: Page, scope: string, begin = ''): Promise<Record<string, number>> {
	const which = begin === '' ? '' : `^="${begin}"`;
	return page.locator(`${scope} data[data-indicator${which}]`).evaluateAll((all) =>
		Object.fromEntries(
			all
				.filter((one) => one.getAttribute('value') !== '')
				.map((one): [string, number] => [
					one.dataset['indicator'] ?? '',
					Number(one.getAttribute('value'))
				])
				.filter(([indicator]) => !indicator.includes('_of_'))
		)
	);
}
