import { expect, test } from '@playwright/test';
import { createNodeEngine } from '../../src/lib/engine/node';
import { serveEnginePage, type EngineSite } from '../support/engine-page/build';
import { makePopulation } from '../support/population/make';
import { everyCell, populationStatements } from '../support/population/statements';

let site: EngineSite;
test.beforeAll(async () => {
	site = await serveEnginePage();
});
test.afterAll(() => site.close());

test('one small population has the same cells, raw and protected, in the browser and in Node', async ({
	page
}) => {
	const statements = populationStatements(makePopulation(400, 11));
	const last = everyCell({ kind: 'rounding' });
	const node = createNodeEngine();
	for (const sql of statements) await node.query(sql);
	const table = await node.query(last);
	const here = [...(table.getChildAt(0) ?? [])].map(String);
	await node.close();
	expect(here.length).toBeGreaterThan(10_000);
	expect(here.some((cell) => cell.startsWith('published k4'))).toBe(true);

	await page.goto(site.address);
	const there = await page.evaluate(([run, ask]) => window.enginePage.run(run, ask), [
		statements,
		last
	] as const);
	expect(there).toEqual(here);
});
