import { SITE_PAGES, VIEWPORTS } from './support/pages';
import { expect, test, type Page } from './support/test';

/** Elements that reach past the right edge of the window, outside a part that scrolls by itself. */
function wideElements(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const edge = document.documentElement.clientWidth;
		const scrolls = (element: Element): boolean => {
			for (let up = element.parentElement; up !== null; up = up.parentElement)
				if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX))
					return true;
			return false;
		};
		if (document.documentElement.scrollWidth <= edge) return [];
		return [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > edge + 1 && !scrolls(element))
			.slice(0, 5)
			.map((element) => element.outerHTML.slice(0, 160))
			.concat(`scrolls to ${document.documentElement.scrollWidth} of ${edge}`);
	});
}

/** Controls smaller than a fingertip (44 px), on a phone. */
function smallControls(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('button, select, summary, input, nav a')]
			.map((element) =>
				element.matches('[type=radio], [type=checkbox]')
					? (element.closest('label') ?? element)
					: element
			)
			.map((element) => ({ element, box: element.getBoundingClientRect() }))
			.filter(({ element }) =>
				element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
			)
			.filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 24))
			.map(({ element, box }) => `${box.width}×${box.height} ${element.outerHTML.slice(0, 120)}`)
	);
}

for (const { address } of SITE_PAGES)
	test(`${address} fits a phone from the start, a desktop and a tablet, with controls as large as a fingertip`, async ({
		page
	}) => {
		await page.setViewportSize(VIEWPORTS.phone);
		await page.goto(address, { waitUntil: 'networkidle' });
		for (const size of ['phone', 'desktop', 'tablet', 'phone'] as const) {
			await page.setViewportSize(VIEWPORTS[size]);
			expect(await wideElements(page), size).toEqual([]);
		}
		expect(await smallControls(page)).toEqual([]);
	});
