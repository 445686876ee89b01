import type { Locator } from '@playwright/test';
import { axeViolations } from './support/axe';
import { csvOf, openMenuOf } from './support/menu';
import { loadedBy } from './support/sizes';
import { differences, runScript } from './support/sql-script';
import { expect, test } from './support/test';

async function valuesInCsv(figure: Locator): Promise<number[]> {
	return (await csvOf(figure)).flatMap(({ nilai = '' }) => (nilai === '' ? [] : [Number(nilai)]));
}

async function shownIn(table: Locator): Promise<number[]> {
	return table
		.locator('data:not([value=""])')
		.evaluateAll((all) =>
			all.map((one) => Number(Number(one.getAttribute('value')).toPrecision(6)))
		);
}

test('the chart of a profile has the same menu, of which nothing is loaded before it is opened', async ({
	page
}) => {
	const loaded = await loadedBy(page, '/wilayah/35.09/');
	const programs = loaded.filter(({ kind }) => kind === 'javascript');
	expect(programs.reduce((sum, { brotli }) => sum + brotli, 0)).toBeLessThan(2500);
	expect(loaded.filter(({ address }) => address.endsWith('grafik.json'))).toEqual([]);

	const figure = page.locator('figure.still');
	// What is made up stands under the words that say so, and says so itself.
	await expect(
		page.locator('section', { has: page.locator('.demo.small') }).locator('figure.still h3')
	).toHaveText(/^Data contoh: /);
	const panel = await openMenuOf(figure);
	const figures = await csvOf(figure);
	expect(figures.flatMap(({ nilai }) => (nilai ? [Number(nilai)] : []))).toEqual(
		await shownIn(figure.locator('details.table'))
	);
	await panel.getByRole('button', { name: 'SQL', exact: true }).click();
	const rows = (await runScript(await panel.locator('textarea').inputValue())).flat();
	expect(differences(figures, rows)).toEqual([]);
	await panel.getByRole('button', { name: 'Tautan', exact: true }).click();
	expect(await panel.locator('textarea').inputValue()).toMatch(
		/\/wilayah\/35\.09\/\?data=demo\.[0-9a-f]{12}\.\d{4}-\d\d-\d\d#keikutsertaan-title$/
	);
	await panel.getByRole('button', { name: 'Sematkan', exact: true }).click();
	await expect(panel.locator('iframe')).toHaveAttribute('title', /^Data contoh: /);
	const framed = panel.frameLocator('iframe');
	await expect(framed.locator('figure.still .drawing svg')).toBeVisible();
	await expect(framed.locator('figure.still h2')).toHaveText(/^Data contoh: /);
	await expect(framed.getByText('data contoh').first()).toBeVisible();
	await expect(framed.getByRole('link', { name: 'Kabupaten Jember' })).toHaveAttribute(
		'href',
		/\/wilayah\/35\.09\/$/
	);
	await expect(framed.locator('.menu')).toHaveCount(0);
});

test('a headline figure is cited and linked to by keyboard, and its link says when the data have changed', async ({
	page
}) => {
	await page.goto('/en/wilayah/32.01/');
	const card = page.locator('#angka-pkh_families');
	await card.locator('summary').press('Enter');
	const value = await card.locator('data').innerText();
	const sentence = card.getByLabel('Sentence, English', { exact: true });
	await expect(sentence).toHaveValue(new RegExp(`Kabupaten Bogor, 2024: ${value}”`));
	await expect(card.getByLabel('Sentence, Indonesian', { exact: true })).toHaveValue(
		/Keluarga penerima PKH, Kabupaten Bogor, 2024: 114\.773 keluarga”/
	);
	await expect(card.getByLabel('CSL-JSON', { exact: true })).toHaveValue(/"issued"/);
	expect(await axeViolations(page)).toEqual([]);
	const link = await card.getByLabel('Link', { exact: true }).inputValue();
	expect(link).toMatch(/\?data=published\.[0-9a-f]{12}\.[\d-]{10}#angka-pkh_families$/);
	await page.goto(link.replace(/published\.[0-9a-f]{12}/, 'published.0123456789ab'));
	await expect(page.getByText('published figures, from version 0123456789ab')).toBeVisible();
	// The same on a page with a program of its own.
	await page.goto('/program/kmp/');
	const other = page.locator('.headline').first();
	await other.locator('summary').click();
	await expect(other.getByLabel('BibTeX', { exact: true })).toHaveValue(/@misc/);
});

test('a profile whose figures stand in another table leads there, and a chart that could not be had is had again', async ({
	page
}) => {
	// A chart of another age of the site: not there in this language.
	await page.route('**/grafik.json', (route) => route.fulfill({ json: { id: null } }), {
		times: 1
	});
	await page.goto('/en/wilayah/11/');
	const figure = page.locator('figure.still');
	await figure.locator('details.menu > summary').click();
	await expect(figure.getByRole('alert')).toBeVisible();
	await figure.getByRole('alert').getByRole('button').click();
	await figure.locator('.panel').getByRole('button', { name: 'Table', exact: true }).click();
	await expect(page).toHaveURL(/#daerah$/);
});

test.describe('without a line', () => {
	test.use({ allowedErrors: /ERR_INTERNET_DISCONNECTED/ });

	test('the menu of a chart that lives says so too, and the page is had anew', async ({ page }) => {
		await page.goto('/program/kmp/', { waitUntil: 'networkidle' });
		await page.route('**/_app/immutable/**', (route) => route.abort('internetdisconnected'));
		const menu = page.locator('figure.chart details.menu').first();
		await menu.locator('summary').click();
		await expect(menu.getByRole('alert')).toContainText('muat ulang halaman');
		await page.unroute('**/_app/immutable/**');
		await page.reload();
		await openMenuOf(page.locator('figure.chart').first());
	});

	test('a menu that cannot be loaded says so, and how to have it', async ({ page }) => {
		await page.goto('/en/wilayah/35.09/', { waitUntil: 'networkidle' });
		await page.route('**/_app/immutable/**', (route) => route.abort('internetdisconnected'));
		await page.locator('figure.still details.menu > summary').click();
		await expect(page.locator('figure.still').getByRole('alert')).toContainText('reload the page');
	});
});

test('the small map of the overview is taken away with all its figures', async ({ page }) => {
	await page.goto('/');
	const figure = page.locator('figure.mapped');
	const panel = await openMenuOf(figure);
	const values = await valuesInCsv(figure);
	const shown = await shownIn(figure.locator('details.table'));
	expect(values.length).toBeGreaterThan(20);
	expect(shown.every((value) => values.includes(value))).toBe(true);
	await panel.getByRole('button', { name: 'Sematkan', exact: true }).click();
	await expect(panel.frameLocator('iframe').locator('figure .title')).toContainText('dari 514');
});
