import { LOCALES } from '$lib/model/locale';
import { CoveragePage, LAST_YEAR, ratiosOf, regionOf } from './support/coverage';
import { expect, test } from './support/test';

test('back and forward bring back what was shown', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	await coverage.select('year').selectOption('2018');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2018));
	await coverage.select('region').selectOption('32.01');
	const focus = coverage.chart('deret').locator('.title');
	await expect(focus).toContainText(regionOf('32.01').name);
	await expect.poll(() => coverage.search()).toBe('?wilayah=32.01&tahun=2018');
	await page.goBack();
	await expect(focus).not.toContainText(regionOf('32.01').name);
	await expect.poll(() => coverage.search()).toBe('?tahun=2018');
	await page.goBack();
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
	await expect(coverage.select('year')).toHaveValue(String(LAST_YEAR));
	await page.goForward();
	await page.goForward();
	await expect(focus).toContainText(regionOf('32.01').name);
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2018));
	await expect(coverage.select('region')).toHaveValue('32.01');
});

test('an address that asks for another view never shows the prerendered one as its answer', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	let release: () => void = () => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.wasm', async (route) => {
		await released;
		await route.continue();
	});
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(window, { seenTitles: seen });
		const look = () => {
			const title = document.querySelector('.answer .title');
			const answer = document.querySelector('.answer');
			if (title && answer && Number(getComputedStyle(answer).opacity) > 0.5)
				seen.push(document.querySelector('.answer .subtitle')?.textContent ?? '');
			requestAnimationFrame(look);
		};
		look();
	});
	await coverage.open('?tahun=2019');
	await expect(page.getByRole('progressbar')).toBeVisible();
	await expect(page.locator('.preparing')).toBeVisible();
	await expect(page.locator('.answer')).toHaveCSS('opacity', '0.3');
	await expect(page.locator('.sentence')).toBeVisible();
	release();
	await expect(page.locator('.preparing')).toBeHidden();
	await expect(page.locator('.answer')).toHaveCSS('opacity', '1');
	expect(await coverage.values('peringkat')).toEqual(ratiosOf(2019));
	const seen = await page.evaluate(
		() => (window as unknown as { seenTitles: string[] }).seenTitles
	);
	expect(seen.filter((subtitle) => subtitle.includes(String(LAST_YEAR)))).toEqual([]);
});

test('work that the reader stops leaves the old view marked as old, and can be taken up again', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await page.route('**/*.wasm', () => undefined);
	await coverage.open('?tahun=2019');
	await page.getByRole('button', { name: 'Hentikan' }).click();
	await expect(page.locator('.notices')).toContainText('masih tampilan sebelumnya');
	await expect(coverage.chart('peta')).toBeVisible();
	expect(await coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
	await page.unroute('**/*.wasm');
});

test('what an address asks for and nobody knows is dropped, and said', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?tahun=1999&wilayah=99.99&daftar=x&ukuran=%3Cb%3E&utm=kampanye');
	const note = page.locator('.filter > [role=status]');
	for (const part of ['tahun=1999', 'wilayah=99.99', 'daftar=x', 'ukuran=<b>'])
		await expect(note).toContainText(part);
	await expect(note).not.toContainText('utm');
	await expect(coverage.chart('peta')).toBeVisible();
	expect(await coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
	await expect(coverage.problem()).toHaveCount(0);
	await coverage.select('year').selectOption('2020');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2020));
	await expect.poll(() => coverage.search()).toBe('?tahun=2020');
	await expect(note).toHaveCount(0);
});

test('what is known beside what is not is kept', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?tahun=2018&wilayah=11.01');
	await expect(page.locator('.filter > [role=status]')).toContainText('wilayah=11.01');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2018));
});

for (const locale of LOCALES)
	test(`the page as sent (${locale}) states what DuckDB answers in the browser`, async ({
		page
	}) => {
		const coverage = new CoveragePage(page);
		await coverage.open('', locale);
		const sent = await coverage.stated();
		expect(sent.length).toBeGreaterThan(100);
		const answered = page.waitForResponse('**/*.duckdb');
		await coverage.open(`?tahun=${LAST_YEAR}`, locale);
		await answered;
		await expect(coverage.chart('peta')).toBeVisible();
		await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
		expect(await coverage.stated()).toEqual(sent);
	});

test('the other language keeps what was chosen', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	await coverage.select('year').selectOption('2020');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2020));
	await page.locator('a[hreflang=en]').first().click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2020));
	await expect.poll(() => coverage.search()).toBe('?tahun=2020');
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	for (const search of ['?ukuran=kemiskinan', '?ukuran=kemiskinan&wilayah=35.09'])
		test(`${search} shows the area that it shows on a desktop, and offers one larger`, async ({
			page
		}) => {
			const coverage = new CoveragePage(page);
			await coverage.open(search);
			await expect(coverage.chart('peta').locator('.subtitle')).toContainText('514 kabupaten/kota');
			await expect(coverage.select('area')).toHaveValue('nation');
			expect(await coverage.search()).toBe(search);
			await page.getByRole('button', { name: 'Jawa dan Bali' }).click();
			await expect(coverage.select('area')).toHaveValue('jawa_bali');
			await expect.poll(() => coverage.search()).toContain('kawasan=jawa_bali');
			await expect(page.getByRole('button', { name: 'Jawa dan Bali' })).toHaveCount(0);
		});
});
