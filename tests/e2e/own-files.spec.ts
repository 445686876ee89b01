import path from 'node:path';
import { writeSql as write } from './support/sql';
import { expect, test } from './support/test';

const TABLE = [
	'Data penduduk miskin 2023;;;',
	'Kode;Kabupaten/Kota;Penduduk miskin (ribu jiwa);Tingkat',
	'32.01;Kab. Bogor;474,7;7,27',
	'32.71;Kota Bogor;70,2;6,67',
	'32.73;Kota Bandung;102,8;3,96',
	'32.04;Kab. Bandung;lima;6,40',
	'3299;Kab. Entah;-;5,00',
	''
].join('\n');

const csv = (name: string, text: string | Buffer) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(text)
});

test('a table is dropped, its places matched, drawn in one click and set beside a published figure in the next', async ({
	page
}) => {
	await page.goto('/jelajah/berkas/');
	await expect(page.getByText('tidak dikirim ke mana pun')).toBeVisible();
	await page.locator('input[type=file]').setInputFiles(csv('miskin.csv', TABLE));
	await expect(page.getByText('Dipadankan dengan kode Kemendagri: 4 dari 5 daerah')).toBeVisible();
	await expect(page.getByText('0 baris tidak dibaca dan 1 sel dikosongkan')).toBeVisible();
	await page.getByText('Baris dan sel yang tidak terbaca').click();
	await expect(page.getByText('bukan angka: lima')).toBeVisible();
	await page.getByText('Yang tidak dipadankan (1)').click();
	await expect(page.getByRole('rowheader', { name: /Entah/ })).toBeVisible();

	await page.getByRole('button', { name: 'Tampilkan di peta dan sandingkan' }).click();
	await expect(
		page.getByRole('heading', { name: /3 kabupaten\/kota di berkas Anda/ })
	).toBeVisible();
	await page.getByRole('combobox', { name: 'Sandingkan dengan' }).selectOption('poverty_rate');
	const row = page.getByRole('row', { name: /Kabupaten Bogor/ }).filter({ hasText: '474.700' });
	await expect(row.locator('data')).toHaveCount(2);
	await expect(page.getByText('3 kabupaten/kota ada di keduanya')).toBeVisible();
	// Only its own province is drawn, and the figures of the site say of which year they are.
	await expect(page.getByText('3 dari 27 kabupaten/kotanya punya angka')).toBeVisible();
	await expect(page.getByRole('columnheader', { name: /miskin.*, 20\d\d$/ })).toBeVisible();
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'CSV', exact: true }).click();
	expect((await saved).suggestedFilename()).toMatch(/^pantau-sanding-poverty-rate-.*\.csv$/);

	// Nothing of it is in the address or in what the browser keeps.
	expect(page.url()).not.toMatch(/[?#]/);
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

	// The SQL room of the same session knows the table, beside the figures of the site.
	await page.getByRole('link', { name: 'Tanyakan dengan SQL: tabel berkas.miskin' }).click();
	await expect(page.getByText('berkas.miskin', { exact: true })).toBeVisible();
	await write(
		page,
		`SELECT region.name AS daerah, miskin.tingkat AS berkas, figure.value AS situs
		FROM berkas.miskin JOIN published.region ON region.code = miskin.kode
		JOIN published.figure ON figure.region_code = region.code
		WHERE figure.indicator::VARCHAR = 'pkh_families' AND year(figure.period_start) = 2024
		ORDER BY region.code LIMIT 1`
	);
	await expect(page.getByRole('grid')).toContainText('Kabupaten Bogor');
	await expect(page.getByRole('grid')).toContainText('7,27');
	// A query that names it is kept without the values written in it, and in no address.
	expect(page.url()).not.toMatch(/[?#]/);
	expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pkh_families');
});

test('a file of places is asked with SQL beside the site’s figures, by the codes it was matched with', async ({
	page
}) => {
	await page.goto('/jelajah/berkas/');
	await page
		.locator('input[type=file]')
		.setInputFiles(csv('bantuan.csv', 'daerah,paket\nKab. Bogor,1234\nKota Depok,567\nEntah,8\n'));
	await expect(page.getByText('kolom kode_wilayah memuat kode Kemendagri')).toBeVisible();
	await page.getByRole('link', { name: 'Tanyakan dengan SQL: tabel berkas.bantuan' }).click();
	const row = page.getByRole('row', { name: /Kota Depok.*567.*32\.76.* 20\d\d$/ });
	await expect(row).toBeVisible();
	// Rows of no place are not lost: they stand below.
	await expect(page.getByText('3 baris.')).toBeVisible();
	// Of what is joined nobody can say whose it is; that it is joined is said.
	await expect(page.getByText('menggabungkan berkas Anda').first()).toBeVisible();
	await expect(page.locator('.states')).toHaveText(/dihitung di sini/);
	expect(page.url()).not.toMatch(/[?#]/);
	// It is offered among the examples too, and run again from there.
	await expect(page.getByRole('heading', { name: /berkas saya/ })).toBeVisible();
	await page.getByRole('button', { name: 'Jalankan' }).first().click();
	await expect(row).toBeVisible();
});

test('a place that could be two is chosen by its reader, and map, comparison and SQL follow; nothing of it is kept', async ({
	page
}) => {
	await page.goto('/jelajah/berkas/');
	await page
		.locator('input[type=file]')
		.setInputFiles(csv('dua.csv', 'daerah,paket\nBogor,12\nKab. Garut,5\nBogor,30\nEntah,8\n'));
	await expect(page.getByText('1 dari 3 daerah di berkas')).toBeVisible();
	await page.getByText('Yang tidak dipadankan (2): 1 bisa Anda pilih').click();
	const choice = page.getByRole('combobox', { name: 'Daerah yang dimaksud dengan Bogor' });
	await expect(choice.getByRole('option')).toHaveText([
		'biarkan tanpa padanan',
		'Kabupaten Bogor, Jawa Barat',
		'Kota Bogor, Jawa Barat'
	]);
	await expect(page.getByRole('row', { name: /Entah.*tidak ada calon/ })).toBeVisible();

	// By keyboard: the first letters of an option choose it, and the control keeps the focus.
	await choice.focus();
	await page.keyboard.type('Kota');
	await expect(page.getByText('2 dari 3 daerah di berkas')).toBeVisible();
	await expect(page.getByText('Di antaranya 1 Anda pilih sendiri')).toBeVisible();
	await expect(choice).toBeFocused();
	await expect(choice).toHaveValue('32.71');
	await expect(page.getByRole('grid').getByText('32.71')).toHaveCount(2);

	await page.getByRole('button', { name: 'Tampilkan di peta dan sandingkan' }).click();
	await expect(
		page.getByRole('heading', { name: /2 kabupaten\/kota di berkas Anda/ })
	).toBeVisible();
	await page.getByRole('combobox', { name: 'Sandingkan dengan' }).selectOption('poverty_rate');
	await expect(page.getByRole('row', { name: /^Kota Bogor 42 / })).toBeVisible();
	// It is changed where it was made, and the comparison follows.
	await choice.selectOption({ label: 'Kabupaten Bogor, Jawa Barat' });
	await expect(page.getByRole('row', { name: /^Kabupaten Bogor 42 / })).toBeVisible();
	await expect(page.getByRole('row', { name: /^Kota Bogor 42 / })).toHaveCount(0);

	// Another correction reads the file again, and keeps the choice.
	await page.getByText('Yang dikenali').click();
	await page.getByLabel('Nama kolom paket').fill('jumlah');
	await page.getByLabel('Nama kolom paket').press('Enter');
	await expect(page.getByLabel('Nama kolom paket')).toHaveValue('jumlah');
	await expect(choice).toHaveValue('32.01');
	await expect(page.getByText('2 dari 3 daerah di berkas')).toBeVisible();
	expect(page.url()).not.toMatch(/[?#]/);
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

	await page.getByRole('link', { name: 'Tanyakan dengan SQL: tabel berkas.dua' }).click();
	await write(
		page,
		'SELECT kode_wilayah, sum(jumlah) AS jumlah FROM berkas.dua GROUP BY ALL ORDER BY ALL'
	);
	await expect(page.getByRole('row', { name: /32\.01.*42/ })).toBeVisible();
	expect(page.url()).not.toMatch(/[?#]/);
	expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('32.01');
});

test('what was recognised is corrected, and what is corrected is read anew', async ({ page }) => {
	await page.goto('/jelajah/berkas/');
	await page
		.locator('input[type=file]')
		.setInputFiles([csv('ambigu.csv', 'tempat,nilai\n1101,1.234\n1102,2.345\n')]);
	await expect(page.getByText('Tidak ada kolom daerah yang dikenali')).toBeVisible();
	await expect(page.getByText('2 sel dikosongkan')).toBeVisible();
	await page.getByLabel('Jenis kolom nilai').selectOption('number ,');
	await expect(page.getByText('Semua baris dan sel terbaca.')).toBeVisible();
	await page.getByLabel('Kolom kode daerah').selectOption({ label: 'tempat' });
	await page.getByLabel('Sistem kode').selectOption('bps');
	await expect(page.getByText('2 dari 2 daerah di berkas')).toBeVisible();
	await page.getByLabel('Nama kolom nilai').fill('Jumlah Keluarga');
	await page.getByLabel('Nama kolom nilai').press('Enter');
	await expect(page.getByLabel('Nama kolom nilai')).toHaveValue('jumlah_keluarga');
});

test('a list of people is warned of before anything of it is drawn', async ({ page }) => {
	await page.goto('/en/jelajah/berkas/');
	await page
		.locator('input[type=file]')
		.setInputFiles(
			csv('daftar.csv', 'nama,nik,kabupaten\nSiti Contoh,3201014505900001,Kab. Bogor\n')
		);
	const warning = page.getByRole('alert').filter({ hasText: 'looks like a list of people' });
	await expect(warning).toBeFocused();
	await expect(warning.getByText('looks like a list of people')).toBeInViewport();
	await expect(page.getByText('Siti Contoh')).toHaveCount(0);
	await expect(page.getByRole('grid')).toHaveCount(0);
	await page.getByRole('button', { name: 'I may see it, go on' }).click();
	await expect(page.getByRole('grid')).toBeVisible();
	await expect(page.getByText('Siti Contoh')).toBeVisible();
	// It can be asked, and goes into no history and no link.
	await page.getByRole('link', { name: 'Ask it with SQL: table berkas.daftar' }).click();
	await write(page, "SELECT count(*) AS people FROM berkas.daftar WHERE nama = 'Siti Contoh'");
	await expect(page.getByRole('grid')).toContainText('1');
	await page.getByRole('button', { name: 'Copy' }).first().click();
	await expect(page.getByText('No link is made')).toBeVisible();
	expect(page.url()).not.toContain('#');
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('Parquet and packed Arrow, as other programs write them, are read without a way out', async ({
	page
}) => {
	await page.goto('/jelajah/berkas/');
	const fixtures = path.resolve(import.meta.dirname, '../fixtures');
	const files = ['polars.parquet', 'polars-lz4.arrow', 'polars-zstd.arrow'];
	await page
		.locator('input[type=file]')
		.setInputFiles(files.map((name) => path.join(fixtures, name)));
	await expect(page.getByText('3 dari 3 daerah di berkas')).toBeVisible();
	await expect(page.getByText('2.000 baris dibaca dari 2.000')).toHaveCount(2);
	await expect(page.locator('[data-problem]')).toHaveCount(0);
});

test('hostile files end in words, and leave the page as it was', async ({ page }) => {
	await page.goto('/jelajah/berkas/');
	await page
		.locator('input[type=file]')
		.setInputFiles([
			csv('lebar.csv', 'a,'.repeat(1_000_000)),
			csv('kutip.csv', `a,b\n"satu,1\n${'dua,2\n'.repeat(1_000_000)}`),
			csv('potong.parquet', 'PAR1 terpotong di tengah'),
			csv('baik.csv', 'daerah,nilai\nKota Bogor,1\n')
		]);
	for (const rule of ['too_many_columns', 'quote_open', 'parquet_cut'])
		await expect(page.locator(`[data-problem=${rule}]`)).toBeVisible();
	await expect(page.getByText('1 dari 1 daerah di berkas')).toBeVisible();
});

test('a table too large to be held is read by DuckDB, and asked by SQL', async ({ page }) => {
	const line = (at: number) =>
		`${at % 2 === 0 ? '32.01' : '32.71'};${at % 1000};catatan yang membuat barisnya cukup panjang nomor ${at}\n`;
	const rows = Array.from({ length: 600_000 }, (_, at) => line(at));
	rows[400_000] = '32.01;lima;x\n';
	rows[500_000] = '32.01;1;x;lebih\n';
	const text = `kode;keluarga;catatan\n${rows.join('')}`;
	expect(text.length).toBeGreaterThan(32 * 1024 * 1024);
	await page.goto('/jelajah/berkas/');
	await page.locator('input[type=file]').setInputFiles(csv('besar.csv', text));
	await expect(page.getByText('599.999 baris dibaca dari 600.000')).toBeVisible({
		timeout: 60_000
	});
	await expect(page.getByText('1 baris tidak dibaca dan 1 sel dikosongkan')).toBeVisible();
	await page.getByText('Baris dan sel yang tidak terbaca').click();
	await expect(page.getByRole('row', { name: /baris 400.?002/ })).toContainText(
		'bukan angka: lima'
	);
	await expect(page.getByRole('row', { name: /baris 500.?002/ })).toContainText('lebih');
	await expect(page.getByText('2 dari 2 daerah di berkas')).toBeVisible();
	await expect(page.getByRole('grid')).toContainText('nomor 3');
	await page.getByRole('button', { name: 'Tampilkan di peta dan sandingkan' }).click();
	await expect(
		page.getByRole('heading', { name: /2 kabupaten\/kota di berkas Anda/ })
	).toBeVisible();
	await page.getByRole('link', { name: 'Tanyakan dengan SQL: tabel berkas.besar' }).click();
	await write(
		page,
		'SELECT kode, sum(keluarga) AS jumlah FROM berkas.besar GROUP BY kode ORDER BY kode'
	);
	await expect(page.getByRole('grid')).toContainText('32.71');
});

test('a place of a large table is chosen without its rows being read again', async ({ page }) => {
	const line = (at: number) =>
		`${at % 2 === 0 ? 'Bogor' : 'Kab. Garut'};${at % 1000};catatan yang membuat barisnya cukup panjang nomor ${at}\n`;
	const rows = Array.from({ length: 600_000 }, (_, at) => line(at));
	const text = `daerah;keluarga;catatan\n${rows.join('')}`;
	expect(text.length).toBeGreaterThan(32 * 1024 * 1024);
	await page.goto('/jelajah/berkas/');
	await page.locator('input[type=file]').setInputFiles(csv('besar.csv', text));
	await expect(page.getByText('1 dari 2 daerah di berkas')).toBeVisible({ timeout: 60_000 });
	await page.getByText('Yang tidak dipadankan (1)').click();
	const choice = page.getByRole('combobox', { name: 'Daerah yang dimaksud dengan Bogor' });
	await choice.selectOption('32.01');
	// At once: a file that is read says so, and takes its choices away until it has been.
	await expect(page.getByText('2 dari 2 daerah di berkas')).toBeVisible({ timeout: 1000 });
	await choice.selectOption('32.71');
	await expect(page.getByRole('grid').getByText('32.71').first()).toBeVisible();
	await page.getByRole('button', { name: 'Tampilkan di peta dan sandingkan' }).click();
	await expect(
		page.getByRole('heading', { name: /2 kabupaten\/kota di berkas Anda/ })
	).toBeVisible();
	await page.getByRole('link', { name: 'Tanyakan dengan SQL: tabel berkas.besar' }).click();
	await write(
		page,
		'SELECT kode_wilayah, count(*) AS baris FROM berkas.besar GROUP BY ALL ORDER BY ALL'
	);
	await expect(page.getByRole('row', { name: /32\.05.*300\.000/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /32\.71.*300\.000/ })).toBeVisible();
});
