import { attribute, elements, fetchPage, idsIn } from './support/html';
import { SITE_PAGES } from './support/pages';
import { expect, test, type Page } from './support/test';

// Where the way to an anchor is animated, a key pressed on the way is lost.
test.use({ reducedMotion: 'reduce' });

/** A headline with its parts, found by what it counts. */
function headline(page: Page, indicator: string) {
	const block = page.locator(`.headline:has(data[data-indicator="${indicator}"])`).first();
	return { block, figure: block.locator('data'), source: block.locator('a[href*="/sumber/#"]') };
}

test.describe('the overview', () => {
	test('opens with the poverty rate of September 2025, its state, its time and its source', async ({
		page
	}) => {
		await page.goto('/');
		const { block, figure, source } = headline(page, 'poverty_rate');
		await expect(figure).toHaveText('8,25%');
		await expect(figure).toHaveAttribute('data-state', 'published');
		await expect(figure).toHaveAttribute('data-period', '2025-09-01/2025-09-30');
		await expect(block).toContainText('September 2025');
		await source.click();
		await expect(page).toHaveURL(/\/sumber\/#.+/);
		const anchor = new URL(page.url()).hash;
		await expect(page.locator(anchor)).toContainText('Persentase penduduk miskin');
		await expect(page.locator(anchor)).toBeInViewport();
	});

	test('writes the same figure as English does', async ({ page }) => {
		await page.goto('/en/');
		await expect(headline(page, 'poverty_rate').figure).toHaveText('8.25%');
		await expect(headline(page, 'kmp_members_from_pkh').figure).toHaveText(/nobody|not.*counted/i);
	});

	test('sets what nobody has counted as large as any number', async ({ page }) => {
		await page.goto('/');
		const { block, figure } = headline(page, 'kmp_members_from_pkh');
		await expect(figure).toHaveText('belum ada yang menghitung');
		await expect(figure).toHaveAttribute('data-state', 'not_counted');
		await expect(figure).toHaveAttribute('value', '');
		await expect(block).toContainText('Jember');
		const size = (indicator: string) =>
			headline(page, indicator).figure.evaluate((data) =>
				parseFloat(getComputedStyle(data).fontSize)
			);
		expect(await size('kmp_members_from_pkh')).toBeGreaterThanOrEqual(await size('poverty_rate'));
	});

	test('keeps the two lines of extreme poverty apart, and leads to each programme', async ({
		page
	}) => {
		await page.goto('/');
		const chart = page.locator('figure:has(#kemiskinan-ekstrem-nasional-title)');
		await expect(chart.locator('.small')).toContainText('2,15');
		for (const path of ['/cakupan/', '/program/jakarta/', '/program/kemiskinan-ekstrem/'])
			expect(await page.locator(`main a[href^="${path}"]`).count(), path).toBeGreaterThan(0);
		await page.locator('main a[href="/program/jakarta/"]').first().focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/program\/jakarta\/$/);
		await expect(page.locator('h1')).toBeVisible();
	});
});

test.describe('Jakarta', () => {
	test('counts the permits before and after, with the days that they were counted over', async ({
		page
	}) => {
		await page.goto('/program/jakarta/');
		const counts = page.locator('section:has(#izin) li', { has: page.locator('data') });
		const before = counts.filter({ has: page.locator('data[value="6952"]') });
		await expect(before).toContainText('6.952');
		await expect(before).toContainText('188 hari');
		const after = counts.filter({ has: page.locator('data[value="43950"]') });
		await expect(after).toContainText('43.950');
		await expect(after).toContainText('65 hari');
		await page.locator('figure:has(#izin-per-hari-title) details.table > summary').click();
		const perDay = page.locator('figure:has(#izin-per-hari-title) tbody data');
		const values = await perDay.evaluateAll((all) =>
			all.map((data) => Number(data.getAttribute('value')))
		);
		expect(values).toEqual([6952 / 188, 43950 / 65]);
		await expect(perDay.first()).toHaveAttribute('data-state', 'computed');
		await expect(headline(page, 'iumk_permits').figure).toHaveText(/^50\.902/);
		await expect(headline(page, 'iumk_turnover').figure).toHaveAttribute('value', '369000000000');
	});

	test('names 9 cooperatives over 12 kampung', async ({ page }) => {
		await page.goto('/en/program/jakarta/');
		const rows = page.locator('table:has(#tabel-koperasi) tbody tr');
		await expect(rows).toHaveCount(9);
		const kampung = await rows.locator('td:last-child').allTextContents();
		expect(kampung.flatMap((cell) => cell.split(', '))).toHaveLength(12);
		for (const [indicator, value] of [
			['kampung_cooperatives', '9'],
			['kampung_with_cooperative', '12']
		] as const)
			await expect(page.locator(`data[data-indicator=${indicator}]`).first()).toHaveAttribute(
				'value',
				value
			);
	});
});

test.describe('extreme poverty', () => {
	test('knows the 35 regencies one by one, and says where nothing is known', async ({ page }) => {
		await page.goto('/program/kemiskinan-ekstrem/');
		const rows = page.locator('table:has(#tabel-35) tbody tr');
		await expect(rows).toHaveCount(35);
		expect(new Set(await rows.locator('th').allTextContents()).size).toBe(35);
		const unknown = rows.locator('data[data-indicator=extreme_poverty_rate_190][value=""]');
		expect(await unknown.count()).toBeGreaterThan(0);
		for (const text of await unknown.allTextContents()) expect(text).toMatch(/\p{L}{3}/u);
		await expect(rows.locator('data[value="0"]')).toHaveCount(0);
	});

	test('says plainly that the 48 are not public', async ({ page }) => {
		await page.goto('/program/kemiskinan-ekstrem/');
		const section = page.locator('section:has(#daftar-48)');
		await expect(section.locator('data[data-indicator=umkm_priority_regencies]')).toHaveText(/^48/);
		await expect(section).toContainText('tidak diterbitkan');
		await page.goto('/en/program/kemiskinan-ekstrem/');
		await expect(section).toContainText(/not (been )?(public|published)/i);
	});

	test('leads to its regencies on the map of the country', async ({ page }) => {
		await page.goto('/program/kemiskinan-ekstrem/');
		await page.locator('section:has(#daftar-35) p a[href*="/cakupan/"]').click();
		await expect(page.locator('.sentence').getByLabel('Daftar daerah')).toHaveValue('pke-2021-35');
		await expect(page.locator('figure:has(#peringkat-title) tbody tr')).toHaveCount(35);
	});
});

test('every source that any page names stands on the page of sources', async ({ request }) => {
	const ids = new Map<string, Set<string>>();
	for (const address of ['/sumber/', '/en/sumber/'])
		ids.set(address, idsIn((await fetchPage(request, address)).document));
	for (const { address, path } of SITE_PAGES) {
		const { document } = await fetchPage(request, address);
		const links = elements(document, 'a')
			.map((link) => attribute(link, 'href') ?? '')
			.filter((href) => href.includes('/sumber/#'));
		// What is counted from lists has no published source: /data/ says itself whose lists they are.
		// The page of methods states no figure at all.
		if (
			!['/sumber/', '/data/', '/metode/', '/wilayah/', '/bandingkan/'].includes(path) &&
			!path.startsWith('/jelajah/')
		)
			expect(links.length, address).toBeGreaterThan(0);
		for (const href of links) {
			const [page = '', anchor = ''] = href.split('#');
			expect(ids.get(page)?.has(anchor), `${address} → ${href}`).toBe(true);
		}
	}
});

test('the page of sources states the figures of each source, and what each indicator means', async ({
	page
}) => {
	await page.goto('/sumber/');
	const antara = page.locator('#antara-2020-09-jakarta');
	await expect(antara).toContainText('50.902');
	const use = antara.locator('a[href="#iumk_permits"]').first();
	await use.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('#iumk_permits')).toBeInViewport();
	await expect(page.locator('#pkh_families_per_100_poor')).toContainText(/keluarga/i);
	expect(await page.locator('a[href="/extract/published/figure.csv"]').count()).toBeGreaterThan(0);
});
