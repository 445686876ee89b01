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

for (const address of ['/cakupan/?ukuran=kmp-anggota&kawasan=33&periode=2025-12', '/program/kmp/'])
	test(`${address}: every word of the filter sentence is seen whole, and no line begins with a mark`, async ({
		page
	}) => {
		for (const size of ['phone', 'tablet', 'desktop'] as const) {
			await page.setViewportSize(VIEWPORTS[size]);
			await page.goto(address, { waitUntil: 'networkidle' });
			const words = await page.locator('.sentence label').evaluateAll((labels) =>
				labels.map((label) => {
					const select = label.querySelector('select') as HTMLSelectElement;
					const mark = label.querySelector('select + span')?.getBoundingClientRect();
					const box = select.getBoundingClientRect();
					const canvas = document.createElement('canvas').getContext('2d');
					const { font } = getComputedStyle(select);
					if (canvas) canvas.font = font;
					return {
						word: select.selectedOptions[0]?.label ?? '',
						wide: canvas?.measureText(select.selectedOptions[0]?.label ?? '').width ?? 0,
						room: box.width,
						line: label.parentElement?.clientWidth ?? 0,
						besideWord: mark === undefined || (mark.left >= box.right - 1 && mark.top < box.bottom)
					};
				})
			);
			expect(words.length).toBeGreaterThan(4);
			for (const { word, wide, room, line, besideWord } of words) {
				expect(besideWord, word).toBe(true);
				// Only a word longer than the line is cut.
				if (wide + 24 < line) expect(room, `${size}: ${word}`).toBeGreaterThanOrEqual(wide);
			}
		}
	});

test('no chart on a wide page leaves an empty field beside words far longer than it is high', async ({
	page
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const address of [
		'/bandingkan/?wilayah=33.02,33.05,33,00,35.09,92.07',
		'/program/kemiskinan-ekstrem/'
	]) {
		await page.goto(address, { waitUntil: 'networkidle' });
		await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
		const charts = await page.locator('main figure.chart').evaluateAll((all) =>
			all.map((chart) => {
				const box = (part: string) => chart.querySelector(part)?.getBoundingClientRect();
				const [picture, words] = [box('.picture'), box('.words')];
				return {
					title: chart.querySelector('.title')?.textContent ?? '',
					beside: (words?.top ?? 0) < (picture?.bottom ?? 0) - 1,
					longer: (words?.height ?? 0) - (picture?.height ?? 0)
				};
			})
		);
		for (const { title, beside, longer } of charts)
			if (beside) expect(longer, `${address}: ${title}`).toBeLessThan(150);
	}
});
