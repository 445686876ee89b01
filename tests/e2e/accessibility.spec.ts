import { axeViolations } from './support/axe';
import { PAGES_BY_TURNS, VIEWPORTS } from './support/pages';
import { expect, test } from './support/test';

/** Each width and each theme once: axe reads the same document either way. */
const SIGHTS = [
	{ size: 'phone', colorScheme: 'light', forcedColors: 'none' },
	{ size: 'desktop', colorScheme: 'dark', forcedColors: 'none' },
	{ size: 'desktop', colorScheme: 'dark', forcedColors: 'active' }
] as const;

for (const { address } of PAGES_BY_TURNS)
	test(`${address}: axe finds nothing wrong`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		for (const { size, ...media } of SIGHTS) {
			await page.emulateMedia(media);
			await page.setViewportSize(VIEWPORTS[size]);
			if (page.url() === 'about:blank') await page.goto(address, { waitUntil: 'networkidle' });
			expect(await axeViolations(page), `${size} ${JSON.stringify(media)}`).toEqual([]);
		}
	});
