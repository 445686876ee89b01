import { axeViolations } from './support/axe';
import { SITE_PAGES, VIEWPORTS } from './support/pages';
import { expect, test } from './support/test';

/** Each width and each theme once: axe reads the same document either way. */
const SIGHTS = [
	{ size: 'phone', colorScheme: 'light', forcedColors: 'none' },
	{ size: 'desktop', colorScheme: 'dark', forcedColors: 'none' },
	{ size: 'desktop', colorScheme: 'dark', forcedColors: 'active' }
] as const;

for (const { address, locale } of SITE_PAGES)
	test(`${address}: axe finds nothing wrong`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		// The other language has the same colours and the same parts: its words are read once.
		for (const { size, ...media } of locale === 'id' ? SIGHTS : SIGHTS.slice(0, 1)) {
			await page.emulateMedia(media);
			await page.setViewportSize(VIEWPORTS[size]);
			if (page.url() === 'about:blank') await page.goto(address, { waitUntil: 'networkidle' });
			expect(await axeViolations(page), `${size} ${JSON.stringify(media)}`).toEqual([]);
		}
	});
