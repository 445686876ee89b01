import type { Locator } from '@playwright/test';
import { axeViolations } from './support/axe';
import { VIEWPORTS } from './support/pages';
import { type Page, expect, test } from './support/test';

/** One page of each layout that a menu stands in, and the chart on it. */
const MENUS = [
	{ address: '/en/program/kmp/', chart: 'figure.chart >> nth=0', size: 'phone' },
	{ address: '/wilayah/35.09/', chart: 'figure.still', size: 'phone' },
	{ address: '/', chart: 'figure.mapped', size: 'desktop' }
] as const;

/** The parts of an opened menu: those that are opened in it, not the table. */
const PARTS = 5;

async function expectNoFault(page: Page, what: string): Promise<void> {
	expect(await axeViolations(page), what).toEqual([]);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide, `${what}: wider than the screen`).toBeLessThanOrEqual(0);
}

/** Goes on by Tab until something in the menu has the focus and its button is reached. */
async function tabTo(page: Page, button: Locator): Promise<void> {
	for (let step = 0; step < 30; step += 1) {
		if (await button.evaluate((one) => one === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('the button is not reached by Tab');
}

for (const { address, chart, size } of MENUS)
	test(`${address}: every part of the menu is reached by keys, and axe finds nothing wrong in it`, async ({
		page
	}) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.setViewportSize(VIEWPORTS[size]);
		await page.goto(address, { waitUntil: 'networkidle' });
		const figure = page.locator(chart);
		await figure.locator('details.menu > summary').focus();
		await page.keyboard.press('Enter');
		const buttons = figure.locator('.parts button[aria-pressed]');
		await expect(buttons).toHaveCount(PARTS);
		for (let nth = 0; nth < PARTS; nth += 1) {
			const button = buttons.nth(nth);
			await tabTo(page, button);
			await page.keyboard.press('Enter');
			await expect(button).toHaveAttribute('aria-pressed', 'true');
			await expect(figure.locator('.panel p[role="status"]:not(:empty)')).toHaveCount(0);
			await expectNoFault(page, `part ${nth}`);
		}
		await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
		await expectNoFault(page, 'forced colours');
		await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
		await expectNoFault(page, 'dark');
	});

test('axe finds nothing wrong in charts for other pages’ frames', async ({ page }) => {
	await page.setViewportSize(VIEWPORTS.phone);
	for (const address of [
		'/sematan/program-kmp-langkah/',
		'/en/sematan/ringkasan-peta-kecil/',
		'/sematan/wilayah/?kode=35.09'
	]) {
		await page.goto(address);
		await expect(page.locator('figure')).toBeVisible();
		await expectNoFault(page, address);
	}
});
