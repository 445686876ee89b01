import { VIEWPORTS } from './support/pages';
import { expect, test } from './support/test';

test.use({ viewport: VIEWPORTS.phone });

test('on a phone the pages stand behind one button, which leaves the first screen to the page', async ({
	page
}) => {
	await page.goto('/program/kmp/?wilayah=33.20', { waitUntil: 'networkidle' });
	const pages = page.getByRole('navigation', { name: 'Halaman' });
	await expect(pages).toHaveCount(0);
	expect((await page.locator('h1').boundingBox())?.y).toBeLessThan(160);
	const menu = page.getByRole('button', { name: 'Menu', exact: true });
	await menu.press('Enter');
	await expect(pages.getByRole('link')).toHaveCount(12);
	await page.keyboard.press('Tab');
	await expect(pages.getByRole('link').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(pages).toHaveCount(0);
	await expect(menu).toBeFocused();
	await menu.click();
	await pages.getByRole('link', { name: 'KJMIS' }).click();
	await expect(page).toHaveURL(/\/program\/kjmis\/\?wilayah=33\.20$/);
	await expect(pages).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the pages are reached by the same button', async ({ page }) => {
		await page.goto('/en/wilayah/35.09/');
		await page.getByRole('button', { name: 'Menu' }).click();
		await page.getByRole('navigation').getByRole('link', { name: 'Coverage' }).click();
		await expect(page).toHaveURL(/\/en\/cakupan\/$/);
	});
});
