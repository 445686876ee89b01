import { BUILT_WITH_BOUNDARIES, putBoundaries, squares } from './support/boundaries';
import { CoveragePage, LAST_YEAR, ratiosOf, regionOf } from './support/coverage';
import { routed } from './support/routed';
import { expect, test, type Page } from './support/test';

/** The page by a link from another, and the drawing chosen there. */
async function reach(page: Page, drawing: 'points' | 'areas'): Promise<CoveragePage> {
	const coverage = new CoveragePage(page);
	await page.goto('/');
	await routed(page);
	await page.getByRole('navigation').getByRole('link', { name: 'Cakupan' }).first().click();
	await coverage.select('drawing').selectOption(drawing);
	return coverage;
}

async function settled(page: Page): Promise<void> {
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
}

/** The middle of a region's mark, as the ring about it says, reached by keys. */
async function walkTo(coverage: CoveragePage, name: string): Promise<void> {
	const { page } = coverage;
	const box = coverage.box('peta');
	await box.focus();
	// From wherever the last walk ended, back to the first.
	await page.keyboard.press('Escape');
	await box.focus();
	const spoken = coverage.chart('peta').locator('[aria-live=polite]');
	await page.keyboard.press('ArrowRight');
	for (let step = 0; step < 30; step += 1) {
		if ((await spoken.textContent())?.startsWith(`${name},`)) return;
		await page.keyboard.press('ArrowRight');
	}
	throw new Error(`30 steps do not lead to ${name}`);
}

test('the drawing is changed by keys alone, stands in the address, and goes back', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	const box = coverage.box('peta');
	await coverage.select('region').focus();
	await page.keyboard.press('Tab');
	await expect(coverage.select('drawing')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => coverage.search()).toBe('?peta=titik');
	await expect(coverage.chart('peta')).toContainText('Natural Earth');
	await expect(box.locator('.live svg')).toBeVisible();
	await expect(coverage.select('drawing')).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect.poll(() => coverage.search()).toBe('');
	await expect(coverage.chart('peta')).toContainText('satu kotak yang sama besar');
});

test('tiles and points state the same figures, in every year and measure', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	const tiles = await coverage.values('peta');
	expect(tiles).toHaveLength(27);
	await coverage.open('?peta=titik');
	await expect(coverage.chart('peta')).toContainText('Natural Earth');
	expect(await coverage.values('peta')).toEqual(tiles);
	await coverage.yearButton('before').click();
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR - 1));
	await expect.poll(() => coverage.search()).toBe(`?tahun=${LAST_YEAR - 1}&peta=titik`);
	const stated = async (search: string) => {
		await coverage.open(search);
		await settled(page);
		const table = coverage.chart('peta').locator('details.table');
		await table.locator('summary').click();
		await expect(table.locator('tbody tr')).toHaveCount(514);
		return coverage.values('peta');
	};
	const all = await stated('?ukuran=kemiskinan');
	expect(await stated('?ukuran=kemiskinan&peta=titik')).toEqual(all);
});

test('arrow keys walk points as they walk tiles, and Enter brings one into focus', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	const heard = async (search: string) => {
		await coverage.open(search);
		await settled(page);
		await coverage.box('peta').focus();
		const spoken = coverage.chart('peta').locator('[aria-live=polite]');
		const all: string[] = [];
		for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'Home']) {
			await page.keyboard.press(key);
			await expect(spoken).not.toHaveText('');
			all.push((await spoken.textContent()) ?? '');
		}
		return all;
	};
	const tiles = await heard('');
	expect(new Set(tiles).size).toBeGreaterThan(2);
	expect(await heard('?peta=titik')).toEqual(tiles);
	await page.keyboard.press('Enter');
	const name = tiles.at(-1)?.split(',')[0] ?? '';
	await expect(coverage.chart('deret').locator('.title')).toContainText(name);
	await expect.poll(() => coverage.search()).toMatch(/^\?wilayah=32\.\d\d&peta=titik$/);
});

test('a click on a circle brings its region into focus', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?peta=titik');
	await settled(page);
	const { code, name } = regionOf('32.05');
	await walkTo(coverage, name);
	const ring = coverage.box('peta').locator('.ring');
	const place = await ring.boundingBox();
	if (!place) throw new Error('no ring is drawn');
	await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
	await expect(coverage.select('region')).toHaveValue(code);
});

test('only the part of the country that was asked for is drawn', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?ukuran=kemiskinan&kawasan=jawa_bali&peta=titik');
	await settled(page);
	await expect(coverage.box('peta').locator('.live svg')).toContainText('Jawa Timur');
	await expect(coverage.box('peta').locator('.live svg')).not.toContainText('Papua');
});

test.describe('on a phone of 320 pixels', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test('two places in nearly one spot are each touched alone', async ({ page }) => {
		const coverage = new CoveragePage(page);
		await coverage.open('?peta=titik');
		await settled(page);
		// Kabupaten and Kota Cirebon: half a kilometre between their middles.
		for (const { code, name } of [regionOf('32.09'), regionOf('32.74')]) {
			await walkTo(coverage, name);
			const ring = coverage.box('peta').locator('.ring');
			await ring.scrollIntoViewIfNeeded();
			const place = await ring.boundingBox();
			if (!place) throw new Error('no ring is drawn');
			await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
			await expect(coverage.select('region')).toHaveValue(code);
			await settled(page);
		}
	});

	test('points stay within the page', async ({ page }) => {
		const coverage = new CoveragePage(page);
		await coverage.open('?peta=titik');
		await settled(page);
		await expect(coverage.box('peta').locator('.live svg')).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			320
		);
	});
});

test('the page asks for no boundaries until they are chosen', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	const coverage = new CoveragePage(page);
	await coverage.open();
	await coverage.select('drawing').selectOption('points');
	await expect(coverage.chart('peta')).toContainText('Natural Earth');
	expect(asked.filter((path) => path === '/boundaries.json')).toEqual([]);
});

test('areas are offered only where the site was built with a boundary file', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?peta=batas');
	const offered = coverage.select('drawing').locator('option');
	await expect(offered).toHaveCount(BUILT_WITH_BOUNDARIES ? 3 : 2);
	const dropped = page.locator('.filter > [role=status]');
	if (BUILT_WITH_BOUNDARIES) await expect(dropped).toHaveCount(0);
	else await expect(dropped).toContainText('peta=batas');
});

test.describe('with a boundary file in place', () => {
	test('areas state the same figures as tiles, and whose boundaries they are', async ({ page }) => {
		await putBoundaries(page, squares('32.05'));
		const coverage = await reach(page, 'areas');
		await expect(coverage.chart('peta')).toContainText('Badan Uji, 2026');
		await expect(coverage.chart('peta')).toContainText('1 daerah tidak ada dalam berkas batas itu');
		await expect.poll(() => coverage.search()).toBe('?peta=batas');
		const areas = await coverage.values('peta');
		expect(areas).toHaveLength(27);
		await coverage.select('drawing').selectOption('tiles');
		await expect(coverage.chart('peta')).toContainText('satu kotak yang sama besar');
		expect(await coverage.values('peta')).toEqual(areas);
	});

	test('a click inside an area, and on the circle of a region without one, brings it into focus', async ({
		page
	}) => {
		await putBoundaries(page, squares('32.05'));
		const coverage = await reach(page, 'areas');
		await expect(coverage.chart('peta')).toContainText('Badan Uji');
		for (const code of ['32.06', '32.05']) {
			await walkTo(coverage, regionOf(code).name);
			const place = await coverage.box('peta').locator('.ring').boundingBox();
			if (!place) throw new Error('no ring is drawn');
			await page.mouse.click(place.x + place.width / 2 + 3, place.y + place.height / 2 + 3);
			await expect(coverage.select('region')).toHaveValue(code);
			await settled(page);
		}
	});

	test('a file that is no boundary file is said to be so, and the page keeps what it showed', async ({
		page
	}) => {
		await putBoundaries(page, '<!doctype html>');
		const coverage = await reach(page, 'areas');
		await expect(coverage.problem()).toContainText('/boundaries.json');
		await expect(coverage.chart('peta')).toContainText('satu kotak yang sama besar');
		await coverage.select('drawing').selectOption('points');
		await expect(coverage.problem()).toHaveCount(0);
		await expect(coverage.chart('peta')).toContainText('Natural Earth');
	});
});
