import { expect, test, type Page } from './support/test';

/** A chart of each kind, on the page where it stands. */
const CHARTS = [
	{ kind: 'line', address: '/', id: 'kemiskinan-nasional' },
	{ kind: 'pairs', address: '/en/program/jakarta/', id: 'izin-per-hari' },
	{ kind: 'tiles', address: '/cakupan/', id: 'peta' },
	{ kind: 'bars', address: '/cakupan/', id: 'peringkat' },
	{ kind: 'multiples', address: '/en/cakupan/', id: 'semua-daerah' }
] as const;

function partsOf(page: Page, id: string) {
	const figure = page.locator(`figure:has(#${id}-title)`);
	return {
		figure,
		box: figure.getByRole('application'),
		spoken: figure.locator('[aria-live=polite]'),
		/** What ECharts has drawn, once it has taken over. */
		live: figure.locator('.live.ready svg'),
		table: figure.locator('details.table')
	};
}

/** Where everything of the chart stands on the page. */
function placesIn(page: Page, id: string): Promise<number[][]> {
	return page.evaluate((title) => {
		const figure = document.querySelector(`figure:has(#${title}-title)`);
		const parts = [
			...(figure?.querySelectorAll('.title, .box, .summary, .reached, summary') ?? [])
		];
		return [...parts, document.body].map((element) => {
			const { top, left, width, height } = element.getBoundingClientRect();
			return [top + scrollY, left + scrollX, width, height].map(Math.round);
		});
	}, id);
}

for (const { kind, address, id } of CHARTS)
	test.describe(`a chart of ${kind}`, () => {
		test('is taken over at the first touch, and nothing moves', async ({ page }) => {
			await page.goto(address, { waitUntil: 'networkidle' });
			const { box, live, figure } = partsOf(page, id);
			await box.scrollIntoViewIfNeeded();
			await expect(figure.locator('.drawing svg:visible')).toHaveCount(1);
			await expect(live).toHaveCount(0);
			const before = await placesIn(page, id);
			await box.hover({ position: { x: 4, y: 4 } });
			await expect(live).toBeVisible();
			await expect(figure.locator('.drawing svg:visible')).toHaveCount(0);
			expect(await placesIn(page, id)).toEqual(before);
		});

		test('is walked by keys, and each point is spoken', async ({ page }) => {
			await page.goto(address, { waitUntil: 'networkidle' });
			const { box, spoken } = partsOf(page, id);
			await expect(box).toHaveAccessibleName(/\S/);
			await expect(box).toHaveAccessibleDescription(/\S/);
			await box.focus();
			const heard: string[] = [];
			for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) {
				await page.keyboard.press(key);
				await expect(spoken).toHaveText(/\d/);
				heard.push((await spoken.textContent()) ?? '');
			}
			expect(new Set(heard).size).toBeGreaterThan(1);
			await page.keyboard.press('Escape');
			await expect(spoken).toHaveText('');
		});
	});

test('the words that are spoken are the figures of the table', async ({ page }) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const { box, spoken, table } = partsOf(page, 'kemiskinan-nasional');
	const written = await table.locator('tbody data').allTextContents();
	expect(written.length).toBeGreaterThan(10);
	await box.focus();
	await page.keyboard.press('ArrowRight');
	await expect(spoken).toContainText(written[0] ?? 'none');
	await page.keyboard.press('End');
	await expect(spoken).toContainText(written.at(-1) ?? 'none');
});

test('a table stands behind each chart, and opens by mouse and by keys', async ({ page }) => {
	await page.goto('/cakupan/', { waitUntil: 'networkidle' });
	const tables = page.locator('figure details.table');
	expect(await tables.count()).toBe(await page.locator('main figure').count());
	for (const [index, by] of (['mouse', 'keys'] as const).entries()) {
		const table = tables.nth(index);
		await expect(table.locator('table')).toBeHidden();
		if (by === 'mouse') await table.locator('summary').click();
		else {
			await table.locator('summary').focus();
			await page.keyboard.press('Enter');
		}
		await expect(table.locator('table')).toBeVisible();
		await expect(table.locator('tbody tr')).toHaveCount(27);
	}
});

test('a long table is made when it is opened', async ({ page }) => {
	await page.goto('/en/cakupan/', { waitUntil: 'networkidle' });
	const { table } = partsOf(page, 'semua-daerah');
	await table.locator('summary').click();
	await expect(table.locator('tbody data')).not.toHaveCount(0);
});

test('a chart follows the theme, as sent and once it is live', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/', { waitUntil: 'networkidle' });
	const { box, live } = partsOf(page, 'kemiskinan-nasional');
	const ink = () =>
		box
			.locator('svg:visible text')
			.first()
			.evaluate((text) => getComputedStyle(text).fill);
	const light = await ink();
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await ink();
	expect(dark).not.toBe(light);
	await box.hover();
	await expect(live).toBeVisible();
	expect(await ink()).toBe(dark);
	await page.emulateMedia({ colorScheme: 'light' });
	await expect.poll(ink).toBe(light);
});
