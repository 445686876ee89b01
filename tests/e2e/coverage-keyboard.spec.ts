import { CoveragePage, LAST_YEAR, lowestOf, ratiosOf, regionOf } from './support/coverage';
import { expect, test, type Page } from './support/test';

/** Tabs until the focus is on an element that matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let step = 0; step < 80; step += 1) {
		await page.keyboard.press('Tab');
		const there = await page.evaluate(
			(wanted) => document.activeElement?.matches(wanted) ?? false,
			selector
		);
		if (there) return;
	}
	throw new Error(`80 Tabs do not lead to ${selector}`);
}

test('the sentence is changed by keys alone', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	await tabTo(page, '.sentence label:nth-of-type(2) select');
	await page.keyboard.press('ArrowUp');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR - 1));
	await expect(coverage.select('year')).toBeFocused();
	await page.keyboard.press('Home');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2017));
	// The list, and three groups of people.
	for (let step = 0; step < 5; step += 1) await page.keyboard.press('Tab');
	await expect(coverage.select('region')).toBeFocused();
	await page.keyboard.type('Kabupaten G');
	await expect(coverage.select('region')).toHaveValue('32.05');
	await expect(coverage.chart('deret').locator('.title')).toContainText('Kabupaten Garut');
	await expect.poll(() => coverage.search()).toBe('?wilayah=32.05&tahun=2017');
});

test('the years are stepped through by keys alone', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	await tabTo(page, '.years button');
	await page.keyboard.press('Enter');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR - 1));
	await expect(coverage.yearButton('before')).toBeFocused();
	await page.keyboard.press('Space');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR - 2));
});

test('arrow keys walk the bars, speak each value, and Enter brings a region into focus', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	const [first, second] = ratiosOf(LAST_YEAR).map(({ region }) => regionOf(region));
	await tabTo(page, '[role=application][aria-labelledby=peringkat-title]');
	const spoken = coverage.chart('peringkat').locator('[aria-live=polite]');
	await expect(spoken).toHaveText('');
	await page.keyboard.press('ArrowDown');
	await expect(spoken).toContainText(first?.name ?? 'no first');
	await page.keyboard.press('ArrowDown');
	await expect(spoken).toContainText(second?.name ?? 'no second');
	// Each bar is a row of its own: both ends are those of the chart.
	await page.keyboard.press('End');
	await expect(spoken).not.toContainText(second?.name ?? 'no second');
	await expect(spoken).toHaveText(/\S/);
	await page.keyboard.press('Home');
	await expect(spoken).toContainText(first?.name ?? 'no first');
	await page.keyboard.press('ArrowDown');
	await expect(spoken).toContainText(second?.name ?? 'no second');
	await page.keyboard.press('Enter');
	await expect(coverage.chart('deret').locator('.title')).toContainText(second?.name ?? '');
	await expect.poll(() => coverage.search()).toBe(`?wilayah=${second?.code}`);
	await expect(coverage.box('peringkat')).toBeFocused();
});

test('arrow keys walk the tiles, Enter chooses, Escape leaves', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	await expect(coverage.chart('deret').locator('.title')).toContainText(
		regionOf(lowestOf(LAST_YEAR)).name
	);
	await tabTo(page, '[role=application][aria-labelledby=peta-title]');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	const spoken = coverage.chart('peta').locator('[aria-live=polite]');
	await expect(spoken).toHaveText(/, 2024: .*\d/);
	const name = ((await spoken.textContent()) ?? '').split(',')[0] ?? '';
	await page.keyboard.press('Enter');
	await expect(coverage.chart('deret').locator('.title')).toContainText(name);
	await expect.poll(() => coverage.search()).toMatch(/^\?wilayah=32\.\d\d$/);
	await page.keyboard.press('Escape');
	await expect(spoken).toHaveText('');
	await expect(coverage.box('peta')).not.toBeFocused();
});
