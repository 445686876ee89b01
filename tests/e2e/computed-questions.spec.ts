import { expect, test } from '@playwright/test';
import { createNodeEngine } from '../../src/lib/engine/node';
import { ask } from '../../src/lib/query/question';
import { COMPUTED_QUESTIONS, OFFICE_TABLES } from '../support/computed/office';
import { serveEnginePage, type EngineSite } from '../support/engine-page/build';

let site: EngineSite;
test.beforeAll(async () => {
	site = await serveEnginePage();
});
test.afterAll(() => site.close());

test('questions about an extract made from lists have the same rows in the browser as in Node', async ({
	page
}) => {
	const node = createNodeEngine();
	for (const sql of OFFICE_TABLES) await node.query(sql);
	await page.goto(site.address);
	await page.evaluate((sql) => window.enginePage.run(sql, 'SELECT 1'), OFFICE_TABLES);
	for (const [name, question] of Object.entries(COMPUTED_QUESTIONS)) {
		const here = await ask(node, question);
		const there = await page.evaluate((asked) => window.enginePage.ask(asked), name);
		expect(there, name).toEqual(here);
		expect(here.length, name).toBeGreaterThan(0);
	}
	await node.close();
});
