import { PATHS_WITH_CHART, SITE_PAGES } from './support/pages';
import { expect, test } from './support/test';

test.use({ javaScriptEnabled: false });

for (const { path, address, locale } of SITE_PAGES)
	test.describe(`${address} without JavaScript`, () => {
		test('stands as text, and the other language is a link away', async ({ page }) => {
			await page.goto(address);
			await expect(page.locator('h1')).toBeVisible();
			const other = locale === 'id' ? 'en' : 'id';
			await page.locator(`a[hreflang="${other}"]`).first().click();
			await expect(page.locator('html')).toHaveAttribute('lang', other);
			expect(new URL(page.url()).pathname).toBe(other === 'en' ? `/en${path}` : path);
		});

		if (PATHS_WITH_CHART.includes(path))
			test('shows its headline figures and its first chart', async ({ page }) => {
				await page.goto(address);
				expect(await page.locator('main data:visible').count()).toBeGreaterThan(0);
				const charts = page.locator('main figure svg:visible');
				expect(await charts.count()).toBeGreaterThan(0);
				expect(await page.locator('main figure table').count()).toBeGreaterThan(0);
			});
	});
