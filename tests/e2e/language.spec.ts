import { PAGES_BY_TURNS } from './support/pages';
import { expect, test } from './support/test';

for (const { path, address, locale } of PAGES_BY_TURNS)
	test(`${address}: the other language opens the same page`, async ({ page }) => {
		const other = locale === 'id' ? 'en' : 'id';
		await page.goto(address, { waitUntil: 'networkidle' });
		// A place has the same name in both, its page's first words do not.
		const words = page.locator('h1 + p').first();
		const before = await words.innerText();
		await page.locator(`a[hreflang="${other}"]`).first().click();
		await expect(page.locator('html')).toHaveAttribute('lang', other);
		expect(new URL(page.url()).pathname).toBe(other === 'en' ? `/en${path}` : path);
		await expect(words).not.toHaveText(before);
	});
