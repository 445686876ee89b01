import { plain, shown } from './support/plain';
import { expect, test } from './support/test';

test('KJMIS: who takes part is what a plain query says, before any script has run', async ({
	page
}) => {
	await page.goto('/program/kjmis/');
	const people = await plain(`SELECT measure::VARCHAR AS key, pub AS value FROM demo.k1
		WHERE region::VARCHAR = '00' AND month = (SELECT max(month) FROM demo.k1)
			AND measure::VARCHAR IN ('assisted', 'mentored_assisted', 'kjmis', 'kjmis_assisted',
				'kjmis_public', 'kjmis_active', 'ewarung', 'ewarung_assisted')`);
	expect(Object.keys(people)).toHaveLength(8);
	expect(await shown(page, 'section:has(> #keadaan) table')).toEqual(people);
	await expect(page.locator('#terbit ~ .headlines')).toContainText('tidak disebutkan sumber');
});

test('KJMIS: rupiah of a regency and a year come from the file of its province, with their bounds', async ({
	page
}) => {
	await page.goto('/en/program/kjmis/?wilayah=33.20&periode=2024');
	const chart = page.locator('figure:has(#shu-desil-title)');
	await expect(chart).toContainText('Kabupaten Jepara, during 2024');
	const rupiah = await plain(
		`SELECT CASE decile::VARCHAR WHEN 'unknown' THEN 'unknown' ELSE 'decile ' || decile END AS key,
			rupiah AS value FROM demo.k4
		WHERE region::VARCHAR = '33.20' AND year = 2024 AND measure::VARCHAR = 'shu'
			AND decile::VARCHAR <> '*' AND sex::VARCHAR = '*' AND age::VARCHAR = '*' AND rupiah IS NOT NULL`,
		'33.duckdb'
	);
	expect(Object.keys(rupiah).length).toBeGreaterThan(4);
	// A closed table follows its chart as soon as the browser has time.
	await expect(chart.locator('details.table')).not.toHaveAttribute('aria-busy');
	const bars = await chart
		.locator('tbody tr:has(data:not([value=""]))')
		.evaluateAll((rows) =>
			Object.fromEntries(
				rows.map((row) => [
					row.querySelector('th')?.textContent?.trim() ?? '',
					Number(row.querySelector('data')?.getAttribute('value'))
				])
			)
		);
	expect(bars).toEqual(rupiah);
	// One year alone is no change, and yet something to tell.
	await expect(page.locator('#pembeli-title')).toHaveText(
		/^Buyers at an e-Warung: [\d,]+ people in 2024$/
	);
	await expect(page.locator('section:has(> #tahunan)')).toContainText(
		/Share of deciles 1–4 in the whole surplus: [\d.]+% \(between [\d.]+% and [\d.]+%\)/
	);
});

test('KJMIS: the calculator works by keyboard, says faults at their field, and sends nothing', async ({
	page
}) => {
	await page.goto('/program/kjmis/', { waitUntil: 'networkidle' });
	// Parts of the program may come late on a busy machine; they have a name of their own and carry nothing.
	const asked: string[] = [];
	page.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		const program = pathname.startsWith('/_app/immutable/') || pathname === '/icon.svg';
		if (!program || search !== '' || request.method() !== 'GET') asked.push(request.url());
	});
	const status = page.locator('section:has(> #shu) [role=status]');
	await expect(status).toHaveText('Contoh: anggota ini memperoleh Rp215.000.');
	const surplus = page.getByLabel('Sisa hasil usaha', { exact: true });
	await surplus.fill('200000000');
	await expect(status).toHaveText('Anggota ini memperoleh Rp430.000.');
	await surplus.fill('200.000.000');
	await expect(status).toHaveText('Anggota ini memperoleh Rp430.000.');
	await page.keyboard.press('Tab');
	await page.keyboard.type('90');
	const reserve = page.getByLabel('Dana cadangan');
	await expect(reserve).toHaveValue('90');
	await expect(page.getByLabel('Dana lain')).toHaveAccessibleDescription(/lebih dari 100%/);
	await expect(status).toHaveText(/^Perlu diperbaiki, Dana lain: .*lebih dari 100%\.$/);
	await expect(page.locator('section:has(> #shu) table')).toHaveCount(0);
	await page.getByRole('button', { name: 'Kembali ke contoh' }).press('Enter');
	await expect(status).toHaveText('Contoh: anggota ini memperoleh Rp215.000.');
	expect(asked).toEqual([]);
	await expect.poll(() => new URL(page.url()).search).toBe('');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('KJMIS: the worked example stands with its figures, and there is nothing to type into', async ({
		page
	}) => {
		await page.goto('/en/program/kjmis/');
		const section = page.locator('section:has(> #shu)');
		await expect(section.getByRole('table')).toContainText('A worked example');
		await expect(section.getByRole('row', { name: /Together for this member/ })).toContainText(
			'Rp215,000'
		);
		await expect(section.getByRole('textbox')).toHaveCount(0);
	});
});

test('KJMIS: a table says of whom it is, and that within a year one person may be of both kinds', async ({
	page
}) => {
	await page.goto('/program/kjmis/?periode=2025&wilayah=33.20&desil=1');
	const standing = page.locator('section:has(> #keadaan)');
	await expect(standing.locator('caption')).toHaveText('Kabupaten Jepara, 2025; desil 1');
	await expect(standing).toContainText('dapat melebihi keseluruhan');
	await expect(page.locator('section:has(> #tahunan) caption').first()).toHaveText(
		'Setahun penuh, Kabupaten Jepara; desil 1'
	);
	await page.goto('/program/kjmis/');
	await expect(standing.locator('caption')).toHaveText(/^Indonesia, \S+ \d{4}$/);
	await expect(standing).not.toContainText('dapat melebihi keseluruhan');
});
