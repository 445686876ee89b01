import { PAGES_BY_TURNS } from './support/pages';
import { expect, test, type Page } from './support/test';

/** Walks with Tab until the focus comes round, and gives what was met without a visible mark. */
async function unmarkedStops(page: Page): Promise<string[]> {
	const unmarked: string[] = [];
	for (let stop = 0; stop < 400; stop += 1) {
		await page.keyboard.press('Tab');
		const met = await page.evaluate(() => {
			const element = document.activeElement;
			if (element === null || element === document.body) return null;
			const style = getComputedStyle(element);
			const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
			return {
				marked: outlined || style.boxShadow !== 'none',
				html: element.outerHTML.slice(0, 120)
			};
		});
		if (met === null) return unmarked;
		if (!met.marked) unmarked.push(met.html);
	}
	return [...unmarked, 'the focus never came round in 400 steps'];
}

for (const { address } of PAGES_BY_TURNS)
	test(`${address}: all that Tab reaches shows it, and the first stop skips to the content`, async ({
		page
	}) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		expect(await unmarkedStops(page)).toEqual([]);
		// The focus has come round: the next stop is the first again.
		await page.keyboard.press('Tab');
		const skip = page.locator(':focus');
		const target = (await skip.getAttribute('href')) ?? '';
		expect(target).toMatch(/^#.+/);
		await expect(skip).toBeInViewport({ ratio: 1 });
		await page.keyboard.press('Enter');
		const main = page.locator('main');
		expect(await main.evaluate((element, id) => element.matches(id), target)).toBe(true);
		await page.keyboard.press('Tab');
		expect(await main.evaluate((element) => element.contains(document.activeElement))).toBe(true);
	});
