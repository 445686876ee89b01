import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '$lib/model/locale';
import { inLocale } from './support/pages';
import { expect, test } from './support/test';

/** Bytes of one profile's HTML as it is built, before compression. */
const BUDGET = 80_000;

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
