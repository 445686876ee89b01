import { expect, test, type Page } from './support/test';

test.use({ serviceWorkers: 'allow', allowedErrors: /ERR_INTERNET_DISCONNECTED|503/ });

/** Opens a page and waits until it is kept for later. */
async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.evaluate(() => navigator.serviceWorker.ready);
	await expect
		.poll(() => page.evaluate(async () => (await caches.match(location.href)) !== undefined))
		.toBe(true);
	await page.waitForLoadState('networkidle');
}

for (const { address, language } of [
	{ address: '/', language: 'id' },
	{ address: '/en/program/jakarta/', language: 'en' }
])
	test(`${address} can be read again without a network`, async ({ page, context }) => {
		await visit(page, address);
		const heading = await page.locator('h1').innerText();
		const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		await context.setOffline(true);
		await page.reload();
		await expect(page.locator('h1')).toHaveText(heading);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(color);
	});

test('a page that was never opened says so in both languages, without a network', async ({
	page,
	context
}) => {
	await visit(page, '/');
	await context.setOffline(true);
	await page.goto('/sumber/');
	await expect(page.locator('section[lang=id] h2')).toBeVisible();
	await expect(page.locator('section[lang=en] h2')).toBeVisible();
});

test('reading a page fetches neither DuckDB nor the dataset for later', async ({ page }) => {
	await visit(page, '/');
	const kept = await page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	expect(kept.length).toBeGreaterThan(1);
	expect(kept.filter((path) => /\.(wasm|duckdb)$/.test(path))).toEqual([]);
});
