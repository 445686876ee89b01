import { expect, test } from './support/test';

const targetRow = (name: string) =>
	`section[aria-labelledby=target] tr:has(th:has-text("${name}"))`;

test('the overview says of each target whether it holds, in words, with its source', async ({
	page
}) => {
	await page.goto('/');
	const extreme = page.locator(targetRow('garis US$2,15'));
	await expect(extreme).toContainText('0,85%');
	await expect(extreme.locator('data[data-state=target]')).toHaveAttribute('value', '0');
	await expect(extreme).toContainText('31 Desember 2026');
	await expect(extreme).toContainText('Tertinggal');
	await expect(extreme).toContainText('−0,03 poin persen');
	await expect(extreme).toContainText('−0,04 poin persen');
	await expect(extreme.getByRole('link', { name: /^Target .*: menurut/ })).toBeVisible();
	await expect(page.locator(targetRow('Koperasi Merah Putih')).first()).toContainText('Tercapai');
	const jember = page.locator(targetRow('anggota KMP'), { hasText: 'Jember' });
	await expect(jember).toContainText('belum ada yang menghitung');
	await expect(jember).toContainText('Belum terdata');
});

test('what lists tell stands in rows of its own, marked, and never among published figures', async ({
	page
}) => {
	await page.goto('/');
	const stated = page.locator('table:has(#target-terbit)');
	const counted = page.locator('table:has(#target-hitung)');
	await expect(stated.locator('data[data-state=demo]')).toHaveCount(0);
	await expect(counted.locator('data[data-state=published]')).toHaveCount(0);
	const rows = counted.locator('tbody tr');
	expect(await rows.count()).toBeGreaterThanOrEqual(5);
	for (const row of await rows.all()) await expect(row).toContainText('data contoh');
	await expect(page.locator('#keikutsertaan-kmp-title')).toBeVisible();
	await expect(page.locator('section[aria-labelledby=daftar]')).toContainText(
		/Dari \d+ daerah yang dapat dibandingkan, tidak ada yang turun/
	);
});

test('a target of one’s own stands in the address, is marked, and goes again', async ({ page }) => {
	await page.goto('/');
	await page.getByText('Coba target sendiri').click();
	await page.getByRole('combobox', { name: 'Ukuran' }).selectOption('kmp_pkh_of_pkh');
	await page.getByRole('textbox', { name: /^Nilai/ }).fill('30');
	await page.getByRole('textbox', { name: 'Tanggal' }).fill('2026');
	await page.getByRole('button', { name: 'Lihat artinya' }).click();
	await expect(page).toHaveURL('/?target=kmp_pkh_of_pkh:30:2026-12-31');
	const tried = page.locator('table:has(#target-coba) tbody tr');
	await expect(tried).toHaveCount(1);
	await expect(tried).toContainText('target coba-coba');
	await expect(tried).toContainText('Laju belum diketahui');
	await page.reload();
	await expect(tried).toContainText('30');
	await page.getByRole('button', { name: /^Hapus/ }).click();
	await expect(page).toHaveURL('/');
	await expect(tried).toHaveCount(0);
	await page.goto('/en/?target=poverty_rate:7,5:2026&target=unknown:1:2026');
	await expect(tried).toContainText('trial target');
	await expect(page.locator('section[aria-labelledby=target]')).toContainText(
		'target=unknown:1:2026'
	);
});
