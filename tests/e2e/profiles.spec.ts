import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import papaparse from 'papaparse';
import readExcel from 'read-excel-file/node';
import { LOCALES } from '$lib/model/locale';
import { inLocale } from './support/pages';
import { expect, test } from './support/test';

/** Bytes of one profile's HTML as it is built, before compression. */
const BUDGET = 42_000;

test('all 1,104 profiles are whole: one heading, a title of their own, links that lead somewhere', () => {
	const titles = new Set<string>();
	const faults: string[] = [];
	let pages = 0;
	for (const locale of LOCALES) {
		const folder = path.join('build', inLocale('/wilayah/', locale));
		const codes = readdirSync(folder).filter((name) => /^\d\d(\.\d\d)?$/.test(name));
		for (const code of codes) {
			const file = path.join(folder, code, 'index.html');
			const html = readFileSync(file, 'utf8');
			pages += 1;
			titles.add(`${locale} ${/<title>(.+?)<\/title>/.exec(html)?.[1] ?? ''}`);
			if (html.match(/<h1[ >]/g)?.length !== 1) faults.push(`${file}: headings`);
			if (/(?:src|href)="(?:https?:)?\/\//.test(html)) faults.push(`${file}: another origin`);
			if (statSync(file).size > BUDGET) faults.push(`${file}: ${statSync(file).size} bytes`);
			for (const [, href = ''] of html.matchAll(/<a [^>]*?href="(\/[^"#?]*)/g)) {
				const target = path.join('build', href, href.endsWith('/') ? 'index.html' : '');
				if (!existsSync(target)) faults.push(`${file} → ${href}`);
			}
		}
	}
	expect(pages).toBe(1104);
	expect(titles.size).toBe(1104);
	expect(faults.slice(0, 10)).toEqual([]);
});

/** The longest: two provinces of many regencies, one with and one without lists; Jakarta; regencies. */
const LONGEST = ['12', '31', '33', '35', '94', '11.01', '31.01', '32.01', '33.20', '35.09'];

test('a profile is two printed pages at most, with its chart, its lists and no figure of the country as its own', async ({
	page
}) => {
	const sides: Record<string, number> = {};
	for (const code of LONGEST) {
		await page.goto(`/wilayah/${code}/`);
		const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		sides[code] = sheet.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	}
	expect(Object.entries(sides).filter(([, count]) => count < 1 || count > 2)).toEqual([]);
	// Jember: the last of them.
	await expect(page.locator('figure svg[viewBox^="0 0 288 "]')).toBeVisible();
	// Quarters since KMP began, and none before it.
	await expect(page.locator('figure tbody tr')).toHaveCount(4);
	await expect(page.locator('a[href*="daftar=kmp-pkh-2025"]')).toBeVisible();
	const regions = await page
		.locator('main data')
		.evaluateAll((all) =>
			all.map((one) => [one.closest('.apart') !== null, one.dataset['region'] ?? ''] as const)
		);
	expect(regions.filter(([apart, region]) => !apart && region === '00')).toEqual([]);
	expect(regions.filter(([apart]) => apart).length).toBeGreaterThan(3);
	expect(regions.filter(([apart, region]) => apart && region === '35.09')).toEqual([]);
});

test('the file of a place has all its years and groups, also the withheld, each with its source and bounds, in the language of its address', async ({
	page,
	request
}) => {
	const rowsOf = async (address: string) =>
		papaparse.parse<Record<string, string>>((await (await request.get(address)).text()).slice(1), {
			header: true,
			comments: '#',
			skipEmptyLines: true
		}).data;
	const rows = await rowsOf('/wilayah/35.09/wilayah.csv');
	const groups = rows.filter(({ indikator, kelompok }) => indikator === 'pkh' && kelompok !== '');
	// Ten deciles and the unknown; two sexes and the unknown by five age bands and the unknown.
	expect(groups.filter(({ kelompok }) => kelompok?.startsWith('decile='))).toHaveLength(11);
	expect(
		groups.filter(({ kelompok }) => /^sex=.+\|age=/.test(kelompok ?? '')).length
	).toBeGreaterThan(11);
	for (const { nilai, batas_bawah: low, batas_atas: high, keadaan } of groups)
		if (nilai === '') expect([low, high, keadaan]).toEqual(['', '', 'withheld']);
		else expect([Number(low), Number(high)]).toEqual([Number(nilai) - 4, Number(nilai) + 4]);
	const english = await rowsOf('/en/wilayah/32.01/wilayah.csv');
	const years = english.filter(({ indicator }) => indicator === 'pkh_families');
	expect(years.map(({ period_start: start }) => start?.slice(0, 4))).toContain('2017');
	expect(years.at(-1)).toMatchObject({
		indicator_name: 'PKH beneficiary families',
		value: '114773',
		unit: 'families',
		source_page: '/en/sumber/#dinsos-jabar-pkh-20731'
	});
	await page.goto('/en/wilayah/32.01/');
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: /CSV/ }).click();
	expect((await waiting).suggestedFilename()).toBe('3201-kabupaten-bogor.csv');
	const made = page.waitForEvent('download');
	await page.getByRole('button', { name: /Excel/ }).press('Enter');
	const workbook = await made;
	expect(workbook.suggestedFilename()).toBe('3201-kabupaten-bogor.xlsx');
	const sheets = await readExcel(readFileSync(await workbook.path()));
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['Data', 'About']);
	expect(sheets[0]?.data).toHaveLength(english.length + 1);
});

test('places that are alike in population say how many live there, when and by whose count', async ({
	page
}) => {
	await page.goto('/wilayah/32.01/');
	const table = page.getByRole('table', { name: /Jumlah penduduknya/ });
	await expect(table.getByRole('columnheader')).toHaveText([
		'Wilayah',
		'Penduduk, Desember 2024',
		/^Persentase kemiskinan/
	]);
	const people = await table
		.locator('tbody td:nth-child(2)')
		.evaluateAll((cells) => cells.map((cell) => Number(cell.textContent.replaceAll('.', ''))));
	expect(people).toHaveLength(6);
	expect(people).toEqual(people.toSorted((a, b) => a - b));
	expect(people[0]).toBeGreaterThan(1_000_000);
	const below = page.getByText(/Penduduk Kabupaten Bogor sendiri: [\d.]+ orang/);
	await expect(below.getByRole('link')).toHaveAttribute('href', /^\/sumber\/#/);
});

test('typing "jem" and Enter leads to Jember', async ({ page }) => {
	await page.goto('/wilayah/');
	const field = page.getByRole('combobox');
	await field.fill('jem');
	await expect(page.getByRole('option').first()).toHaveText('Kabupaten Jember');
	await field.press('ArrowDown');
	await expect(page.getByRole('option', { selected: true })).toHaveText('Kabupaten Jember');
	await field.press('Enter');
	await expect(page).toHaveURL(/\/wilayah\/35\.09\/$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kabupaten Jember');
});

test('a search that many places match tells how many it leaves out', async ({ page }) => {
	await page.goto('/wilayah/');
	const field = page.getByRole('combobox');
	const told = page.getByRole('status');
	await field.fill('kota b');
	await expect(page.getByRole('option')).toHaveCount(10);
	const [, count = ''] = /^10 yang pertama dari (\d+) wilayah/.exec(await told.innerText()) ?? [];
	expect(Number(count)).toBeGreaterThan(10);
	await field.fill('bogor');
	await expect(told).toHaveText('2 wilayah cocok');
});
