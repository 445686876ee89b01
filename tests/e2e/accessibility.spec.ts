import { axeViolations } from './support/axe';
import { SITE_PAGES, THEMES, VIEWPORTS } from './support/pages';
import { expect, test } from './support/test';

for (const { address } of SITE_PAGES)
	for (const colorScheme of THEMES)
		for (const size of ['phone', 'desktop'] as const)
			test.describe(`${address} on a ${size}, ${colorScheme}`, () => {
				test.use({ viewport: VIEWPORTS[size], colorScheme, reducedMotion: 'reduce' });

				test('axe finds nothing wrong', async ({ page }) => {
					await page.goto(address, { waitUntil: 'networkidle' });
					expect(await axeViolations(page)).toEqual([]);
				});
			});
