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
