import { expect, test } from './support/test';

/** The part of the page that is asked of DuckDB, once the latest question is answered. */
const SETTLED = '.answer[aria-busy=false]';

test('filters of the KMP page stand in the address, are taken away one by one, and go back', async ({
	page
}) => {
	await page.goto('/program/kmp/');
	const sentence = page.getByRole('group', { name: 'Yang ditampilkan' });
	const steps = page.locator('.answer section').first();
	await sentence.getByLabel(/^Wilayah/).selectOption('35.09');
	await expect(steps).toContainText('Kabupaten Jember');
	await sentence.getByLabel(/^desil/).selectOption('3');
	await expect(steps).toContainText('; desil 3');
	await expect.poll(() => new URL(page.url()).search).toBe('?wilayah=35.09&desil=3');
	// Beside a decile, sex is counted by year alone: offered in grey, with the reason.
	const women = sentence.getByLabel(/^jenis kelamin/).locator('option[value=female]');
	await expect(women).toBeDisabled();
	await expect(women).toContainText('hanya dihitung per tahun');
	await sentence.getByLabel(/^Waktu/).selectOption('2025');
	await expect(steps).toContainText('sepanjang 2025; desil 3');
	await sentence.getByLabel(/^jenis kelamin/).selectOption('female');
	await expect(steps).toContainText('desil 3, perempuan');
	await page.getByRole('button', { name: 'Hapus saringan desil 3' }).click();
	await expect(steps).toContainText('sepanjang 2025; perempuan');
	await expect
		.poll(() => new URL(page.url()).search)
		.toBe('?wilayah=35.09&periode=2025&jk=perempuan');
	await page.goBack();
	await expect(steps).toContainText('desil 3, perempuan');
	await page.getByRole('button', { name: 'Hapus semua saringan' }).click();
	await expect(steps).toContainText('Orang, Indonesia, akhir');
	await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('a mark that is chosen filters the page, and what is filtered goes along to other pages', async ({
	page
}) => {
	await page.goto('/program/kmp/?wilayah=32.05,32.06&program=kjmis');
	const chips = page.getByRole('list', { name: 'Saringan yang dipilih' });
	await expect(chips.getByRole('listitem').filter({ hasText: 'KJMIS' })).toContainText(
		'tidak dipakai di halaman ini'
	);
	await page.locator(SETTLED).waitFor();
	await page.getByRole('button', { name: 'Hapus saringan Kabupaten Garut' }).click();
	await page.getByRole('button', { name: 'Hapus saringan Kabupaten Tasikmalaya' }).click();
	await page.locator('.answer figure:has(#decile-title) .box').focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(page.locator('.answer section').first()).toContainText('; desil 1');
	await expect.poll(() => new URL(page.url()).search).toBe('?program=kjmis&desil=1');
	await page.getByRole('navigation').getByRole('link', { name: 'Cakupan' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Di mana bantuan sampai?');
	await expect.poll(() => new URL(page.url()).search).toBe('?program=kjmis&desil=1');
	// What a page's first drawing waits for is not waited for where another page has led to it.
	await page.waitForLoadState('networkidle');
	await expect(page.locator('html')).not.toHaveAttribute('data-asked');
	await page.goBack();
	await expect(chips).toContainText('KJMIS');
});

test('the focus follows what is chosen, comes back, and what changed is said', async ({ page }) => {
	await page.goto('/program/kmp/', { waitUntil: 'networkidle' });
	const deciles = page.locator('.answer figure:has(#decile-title) .box');
	const said = page.locator('.filter > [role=status]');
	await expect(said).toHaveText('');
	await deciles.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	// Its chart has gone: a decile is not divided by decile.
	await expect(page.getByRole('button', { name: 'Hapus saringan desil 1' })).toBeFocused();
	await expect(deciles).toHaveCount(0);
	await expect(said).toHaveText('Kini ditampilkan: desil 1.');
	await expect(page.locator('.answer')).toContainText('hanya dihitung per tahun');
	await page.goBack();
	await expect(deciles).toBeFocused();
	await expect(said).toHaveText('Kini ditampilkan tanpa saringan.');
	await page.goForward();
	await expect(page.getByRole('button', { name: 'Hapus saringan desil 1' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('.filter .sentence select').first()).toBeFocused();
});

test('months are brushed by keys, and show in the chart over time', async ({ page }) => {
	await page.goto('/program/kmp/');
	const first = page.getByRole('slider', { name: 'Bulan pertama' });
	await first.focus();
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	await expect(first).toHaveAttribute('aria-valuetext', /\d{4}/);
	await expect
		.poll(() => new URL(page.url()).search)
		.toMatch(/^\?periode=20\d\d-\d\d\.\.20\d\d-\d\d$/);
	await page.locator(SETTLED).waitFor();
	await page.getByRole('button', { name: 'Hapus semua saringan' }).click();
	await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('the overview says that it follows no filter, and they can be taken away there', async ({
	page
}) => {
	await page.goto('/?wilayah=35.09&desil=3');
	const chips = page.getByRole('list', { name: 'Saringan yang dipilih' });
	await expect(chips.getByRole('listitem').filter({ hasText: 'Kabupaten Jember' })).toContainText(
		'tidak dipakai di halaman ini'
	);
	await expect(page.getByRole('main')).toContainText('Ringkasan selalu tentang seluruh Indonesia');
	await expect(
		page.locator('.carried').getByRole('link', { name: 'Kabupaten Jember' })
	).toHaveAttribute('href', '/wilayah/35.09/');
	await page.getByRole('button', { name: 'Hapus saringan desil 3' }).click();
	await expect.poll(() => new URL(page.url()).search).toBe('?wilayah=35.09');
	await page.getByRole('button', { name: 'Hapus semua saringan' }).click();
	await expect.poll(() => new URL(page.url()).search).toBe('');
	await expect(chips).toHaveCount(0);
	await page.goBack();
	await expect(chips).toContainText('Kabupaten Jember');
});

test('the districts of the priority list are those of the chosen place, in chart, tables and stages', async ({
	page
}) => {
	await page.goto('/program/kemiskinan-ekstrem/');
	const sentence = page.getByRole('group', { name: 'Yang ditampilkan' });
	const rows = page.locator('table[aria-labelledby=tabel-35] tbody tr');
	await expect(rows).toHaveCount(35);
	await page.waitForLoadState('networkidle');
	await sentence.getByLabel('Wilayah').selectOption({ label: 'Jawa Timur' });
	await expect(rows).toHaveCount(5);
	await expect.poll(() => new URL(page.url()).search).toBe('?wilayah=35');
	const codes = (of: string) =>
		page
			.locator(of)
			.evaluateAll((links) =>
				links.map((link) => /wilayah\/([\d.]+)\//.exec((link as HTMLAnchorElement).href)?.[1])
			);
	const shown = await codes('table[aria-labelledby=tabel-35] th a');
	expect(shown.every((code) => code?.startsWith('35.'))).toBe(true);
	expect(await codes('table[aria-labelledby=tahap-daftar] th a')).toEqual([...shown].sort());
	await expect(page.locator('table[aria-labelledby=tabel-cakupan] tbody tr')).toHaveCount(1);
	await expect(page.locator('section:has(#terdata)')).toContainText('Dari 5 kabupaten');
	// From there to another page, and to a place of which the list knows nothing.
	await page.goto('/program/kemiskinan-ekstrem/?wilayah=35.09&periode=2024');
	await expect(page.getByRole('list', { name: 'Saringan yang dipilih' })).toContainText(
		'Kabupaten Jember'
	);
	await expect(page.locator('.filter')).toContainText('tidak dipakai di halaman ini');
	await expect(rows).toHaveCount(35);
	await page.goBack();
	await expect(rows).toHaveCount(5);
	await page.waitForLoadState('networkidle');
	await page.goBack();
	await expect(rows).toHaveCount(35);
});
