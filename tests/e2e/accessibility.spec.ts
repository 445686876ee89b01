import { axeViolations } from './support/axe';
import { SITE_PAGES, VIEWPORTS } from './support/pages';
import { expect, test } from './support/test';

/** Each width and each theme once: axe reads the same document either way. */
const SIGHTS = [
	{ size: 'phone', colorScheme: 'light' },
	{ size: 'desktop', colorScheme: 'dark' }
] as const;

for (const { address } of SITE_PAGES)
	for (const { size, colorScheme } of SIGHTS)
		test.describe(`${address} on a ${size}, ${colorScheme}`, () => {
			test.use({ viewport: VIEWPORTS[size], colorScheme, reducedMotion: 'reduce' });

			test('axe finds nothing wrong', async ({ page }) => {
				await page.goto(address, { waitUntil: 'networkidle' });
				expect(await axeViolations(page)).toEqual([]);
			});
		});

for (const { address } of SITE_PAGES.filter(({ locale }) => locale === 'id'))
	test.describe(`${address} in forced colours`, () => {
		test.use({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });

		test('axe finds nothing wrong', async ({ page }) => {
			await page.goto(address, { waitUntil: 'networkidle' });
			expect(await axeViolations(page)).toEqual([]);
		});
	});
