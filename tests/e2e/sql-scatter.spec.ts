import { readFileSync } from 'node:fs';
import { axeViolations } from './support/axe';
import { csvOf, openMenu } from './support/menu';
import { writeSql as write } from './support/sql';
import { expect, test } from './support/test';

const PATH = '/jelajah/sql/';

test('two numbers a row are points: drawn unasked, walked by keys, taken away, and held by a link', async ({
	page
}) => {
	await page.goto(PATH);
	await write(
		page,
		`SELECT name AS daerah, population AS penduduk, 'people' AS unit,
  CASE WHEN code <> '32.01' THEN area_km2 END AS luas
FROM published.region WHERE level = 'regency' AND population > 0 ORDER BY penduduk DESC LIMIT 80`
	);
	await expect(page.locator('#hasil-title')).toHaveText('luas terhadap penduduk');
	await expect(page.locator('figure.chart .words')).toContainText(
		'salah satu dari kedua angkanya tidak ada: 1.'
	);
	const chart = page.getByRole('application', { name: 'luas terhadap penduduk' });
	await chart.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('End');
	const [greatest = ''] = (await page.locator('.reached').innerText()).split(';').slice(1);
	expect(greatest).toMatch(/^ penduduk: [\d.]+ orang$/);
	await expect(page.locator('.ring')).toBeVisible();
	await expect(page.locator('.live.ready')).toContainText('penduduk (orang) →');
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('.reached')).toContainText('Kabupaten Bogor, luas: data tidak ada');
	expect(await axeViolations(page)).toEqual([]);
	const { panel } = await openMenu(page, 0);
	const rows = await csvOf(panel);
	expect(rows.map(({ kolom }) => kolom).slice(0, 2)).toEqual(['penduduk', 'luas']);
	expect(rows).toHaveLength(160);
	const waiting = page.waitForEvent('download');
	await panel.getByRole('button', { name: 'SVG', exact: true }).click();
	expect(readFileSync(await (await waiting).path(), 'utf8')).toContain('↑ luas');
	await page.getByLabel('Sumbu tegak').selectOption('penduduk');
	await page.getByLabel('Sumbu mendatar').selectOption('luas');
	await page.getByRole('button', { name: 'Jalankan', exact: true }).click();
	await expect.poll(() => page.url()).toContain('grafik=scatter&x=luas&y=penduduk&seri=daerah');
	await page.reload();
	await expect(page.locator('#hasil-title')).toHaveText('penduduk terhadap luas');
});
