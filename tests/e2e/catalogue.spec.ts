import { test as base } from '@playwright/test';
import { packageFaults } from '../support/frictionless';
import { serveSmallPage } from '../support/small-page';
import { LOCALES } from '$lib/model/locale';
import { axeViolations } from './support/axe';
import { attribute, elements, fetchPage, textOf } from './support/html';
import { inLocale } from './support/pages';
import { expect, test } from './support/test';

interface LinkedDataset {
	'@type': string;
	identifier: string;
	distribution: { contentUrl: string; contentSize: string }[];
}

test('every dataset is described to programs, and what is said is what is there', async ({
	request
}) => {
	for (const locale of LOCALES) {
		const { document } = await fetchPage(request, inLocale('/jelajah/katalog/', locale));
		const pages = elements(document, 'a').filter((link) =>
			/\/jelajah\/katalog\/\w+\/$/.test(attribute(link, 'href') ?? '')
		);
		expect(pages.length).toBeGreaterThan(0);
		const file = await request.get(inLocale('/jelajah/katalog/katalog.jsonld', locale));
		const catalogue = (await file.json()) as { 'dcat:dataset': { '@id': string }[] };
		expect(catalogue['dcat:dataset'].map((one) => one['@id'].replace('#dataset', ''))).toEqual(
			pages.map((link) => attribute(link, 'href'))
		);
		for (const link of pages) {
			const address = attribute(link, 'href') ?? '';
			const page = await fetchPage(request, address);
			const script = elements(page.document, 'script').find(
				(one) => attribute(one, 'type') === 'application/ld+json'
			);
			const said = JSON.parse(script ? textOf(script) : '{}') as LinkedDataset;
			const id = address.split('/').at(-2) ?? '';
			const manifest = (await (await request.get(`/extract/${id}/manifest.json`)).json()) as {
				contentHash: string;
			};
			expect(said).toMatchObject({
				'@type': 'Dataset',
				identifier: `sha256:${manifest.contentHash}`
			});
			for (const { contentUrl, contentSize } of said.distribution) {
				const body = await (await request.get(contentUrl)).body();
				expect(`${body.length} B`, contentUrl).toBe(contentSize);
			}
			const descriptor: unknown = await (
				await request.get(`/extract/${id}/datapackage.json`)
			).json();
			expect(packageFaults(descriptor), id).toEqual([]);
		}
	}
});

test('a table opens at the first touch, is ordered, filtered and walked by keys on a phone', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
	await page.goto('/jelajah/katalog/published/', { waitUntil: 'networkidle' });
	expect(fetched.filter((path) => /\.(wasm|duckdb)$/.test(path))).toEqual([]);
	await page.getByLabel('Tabel yang dibuka').selectOption({ label: 'region (553 baris)' });
	await page.getByRole('button', { name: 'Buka tabel' }).click();
	const grid = page.getByRole('grid');
	await expect(grid).toHaveAttribute('aria-rowcount', '555');
	await expect(grid.getByRole('gridcell', { name: 'Indonesia', exact: true })).toBeVisible();

	const population = grid.getByRole('columnheader', { name: /population/ });
	await population.getByRole('button').click();
	await expect(population).toHaveAttribute('aria-sort', 'ascending');
	await population.getByRole('button').click();
	await expect(population).toHaveAttribute('aria-sort', 'descending');
	const row = (index: number) => grid.locator(`[aria-rowindex="${index}"]`);
	await expect(row(3)).toContainText('Indonesia');

	await grid.getByLabel(/Saring name:/).fill('bogor');
	await expect(grid).toHaveAttribute('aria-rowcount', '4');
	await expect(row(3)).toContainText('Kabupaten Bogor');
	await grid.getByLabel(/Saring population:/).fill('lima');
	await expect(page.getByRole('status')).toContainText('belum terbaca');
	await grid.getByLabel(/Saring population:/).fill('< 2.000.000');
	await expect(grid).toHaveAttribute('aria-rowcount', '3');
	await expect(row(3)).toContainText('Kota Bogor');
	await page.getByRole('button', { name: 'Hapus saringan' }).click();
	await expect(grid).toHaveAttribute('aria-rowcount', '555');

	await row(3).getByRole('gridcell').first().click();
	for (const key of ['Control+End', 'PageUp', 'ArrowDown', 'Home']) await page.keyboard.press(key);
	const reached = page.locator(':focus');
	await expect(reached).toHaveAttribute('aria-colindex', '1');
	await expect(reached).toBeInViewport();
	expect(Number(await reached.locator('..').getAttribute('aria-rowindex'))).toBeGreaterThan(530);
	await page.keyboard.press('Control+Home');
	await expect(row(3).getByRole('gridcell').first()).toBeFocused();
	expect(await axeViolations(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

base(
	'a million rows: only windows of them are read, and both ends are reached',
	async ({ page }) => {
		base.slow();
		const site = await serveSmallPage('grid-page');
		try {
			await page.goto(site.address);
			await page.evaluate(() => window.gridPage.make(1_000_000));
			await page.evaluate(() => window.gridPage.open());
			const grid = page.getByRole('grid');
			await base.expect(grid).toHaveAttribute('aria-rowcount', '1000002');
			const height = await page.locator('.track').evaluate((track) => track.clientHeight);
			base.expect(height).toBeLessThan(8_000_000);
			const scrollTo = (share: number) =>
				grid.evaluate((box, part) => {
					box.scrollTop = part * (box.scrollHeight - box.clientHeight);
				}, share);
			// The number of a row is its place, so that each one tells where it stands.
			const numberIn = async (row: number) =>
				Number(
					(
						await grid.locator(`[aria-rowindex="${row + 3}"] [aria-colindex="1"]`).textContent()
					)?.replaceAll('.', '')
				);
			await scrollTo(1);
			await base.expect.poll(() => numberIn(999_999).catch(() => -1)).toBe(999_999);
			await scrollTo(0.5);
			await base.expect(grid.locator('[aria-rowindex="500003"]')).toHaveCount(1);
			await base.expect.poll(() => numberIn(500_000)).toBe(500_000);
			await page.evaluate(() => window.gridPage.scroll(60));
			await scrollTo(0);
			await base.expect.poll(() => numberIn(0)).toBe(0);
			const asked = await page.evaluate(() => window.gridPage.asked());
			const rows = asked.reduce((sum, one) => sum + one.rows, 0);
			base.expect(Math.max(...asked.map((one) => one.rows))).toBeLessThanOrEqual(100);
			base.expect(rows).toBeLessThan(2_000);

			// An order is known whole by its places, four bytes each; the rows still come in windows.
			await grid.getByRole('columnheader', { name: 'nomor' }).getByRole('button').click();
			await grid.getByRole('columnheader', { name: 'nomor' }).getByRole('button').click();
			await base
				.expect(grid.locator('[aria-rowindex="3"] [aria-colindex="1"]'))
				.toHaveText('999.999', { timeout: 20_000 });
			const ordered = await page.evaluate(() => window.gridPage.asked());
			const windows = ordered.filter(
				({ sql }) => !/^SELECT CAST\(rowid AS INTEGER\) AS place/.test(sql)
			);
			base.expect(Math.max(...windows.map((one) => one.rows))).toBeLessThanOrEqual(100);
		} finally {
			await site.close();
		}
	}
);
