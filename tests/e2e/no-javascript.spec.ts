import { PATHS_WITH_CHART, PAGES_BY_TURNS } from './support/pages';
import { expect, test } from './support/test';

test.use({ javaScriptEnabled: false });

for (const { path, address, locale } of PAGES_BY_TURNS)
	test(`${address} without JavaScript stands as text, with figures and first chart, and the other language a link away`, async ({
		page
	}) => {
		await page.goto(address);
		await expect(page.locator('h1')).toBeVisible();
		if (PATHS_WITH_CHART.includes(path)) {
			expect(await page.locator('main data:visible').count()).toBeGreaterThan(0);
			expect(await page.locator('main figure svg:visible').count()).toBeGreaterThan(0);
			expect(await page.locator('main figure table').count()).toBeGreaterThan(0);
		}
		const other = locale === 'id' ? 'en' : 'id';
		await page.locator(`a[hreflang="${other}"]`).first().click();
		await expect(page.locator('html')).toHaveAttribute('lang', other);
		expect(new URL(page.url()).pathname).toBe(other === 'en' ? `/en${path}` : path);
	});
