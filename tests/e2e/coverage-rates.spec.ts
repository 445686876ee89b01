import { CoveragePage } from './support/coverage';
import { expectAlike, plain, share, valuesBy } from './support/demo-rates';
import { expect, test } from './support/test';

const MONTHS = '(SELECT month AS at, region::VARCHAR AS region, measure, pub FROM demo.k1)';
const YEARS = `(SELECT year AS at, region::VARCHAR AS region, measure, pub FROM demo.k4
	WHERE decile::VARCHAR = '*' AND sex::VARCHAR = '*' AND age::VARCHAR = '*')`;

test('a rate from made-up lists is chosen among its own kind; every figure is what a plain query says', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	const groups = coverage.select('measure').locator('optgroup');
	await expect(groups).toHaveCount(2);
	await expect(groups.nth(0)).toHaveAttribute('label', /diterbitkan/);
	await expect(groups.nth(1)).toHaveAttribute('label', /contoh/);
	await expect(groups.nth(1).locator('option')).toHaveCount(6);
	await coverage.select('measure').selectOption('kmp_uptake');
	await coverage.select('period').selectOption('2025-12');
	await expect.poll(() => coverage.search()).toBe('?ukuran=kmp-anggota&periode=2025-12');
	await expect(coverage.chart('peta')).toContainText('akhir Desember 2025');
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');

	const wanted = await plain(
		`${share('kmp_pkh', 'pkh', MONTHS, 'p.region')} AND p.region LIKE '__.__' AND p.at = DATE '2025-12-01'`
	);
	expect(Object.keys(wanted).length).toBeGreaterThan(20);
	for (const id of ['peta', 'peringkat'])
		expectAlike(await valuesBy(coverage, id, ['region']), wanted);
	const focus =
		(await page.locator('.answer section > p a[href^="/wilayah/"]').getAttribute('href')) ?? '';
	const region = focus.split('/')[2] ?? '';
	expectAlike(
		await valuesBy(coverage, 'deret', ['region', 'period']),
		await plain(
			`${share('kmp_pkh', 'pkh', MONTHS, `p.region || '|' || p.at || '/' || last_day(p.at)`)} AND p.region IN ('00', '${region}')`
		)
	);

	// Whatever has no number says why in words, in the legend and in the tables, and is no zero.
	const absent = coverage
		.chart('peta')
		.locator('table data:is([data-state=late], [data-state=not_received])');
	await expect(absent).toHaveCount(3);
	for (const words of await absent.allTextContents()) expect(words).toMatch(/\p{L}{4}/u);
	for (const id of ['peta', 'peringkat', 'deret'])
		await expect(coverage.chart(id).locator('.states')).toContainText('data contoh');
	for (const words of ['terlambat (2)', 'tidak diterima (1)', 'tidak tercakup datanya (475)'])
		await expect(coverage.chart('peta').locator('.legend')).toContainText(words);

	// Each district leads to its profile, from the table and from the mark that is in focus.
	await coverage.chart('peringkat').locator('details.table > summary').click();
	const link = coverage.chart('peringkat').locator(`th a[href="/wilayah/${region}/"]`);
	await link.click();
	await expect(page).toHaveURL(new RegExp(`/wilayah/${region}/$`));
});

test('a year of a province is answered from its file, on the coast as on tiles', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?ukuran=kjmis-belanja&kawasan=33&tahun=2025&peta=titik', 'en');
	await expect(coverage.chart('peta')).toContainText('Jawa Tengah, during 2025');
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
	const wanted = await plain(
		`${share('ewarung_assisted', 'assisted', YEARS, 'p.region')} AND p.region LIKE '33.__' AND p.at = 2025`,
		'33.duckdb'
	);
	expect(Object.keys(wanted).length).toBeGreaterThan(0);
	for (const id of ['peta', 'peringkat'])
		expectAlike(await valuesBy(coverage, id, ['region']), wanted);
	await coverage.select('drawing').selectOption('tiles');
	await expect.poll(() => coverage.search()).not.toContain('peta=');
	expectAlike(await valuesBy(coverage, 'peta', ['region']), wanted);
	// What was chosen of one measure holds for the next where it has it too: the place, and of a
	// published figure not the time.
	await coverage.select('measure').selectOption('kjmis_activity');
	await expect.poll(() => coverage.search()).toContain('kawasan=33&tahun=2025');
	await coverage.select('measure').selectOption('poverty');
	await expect.poll(() => coverage.search()).toBe('?ukuran=kemiskinan&kawasan=33');
	await expect(coverage.chart('peta')).toContainText('Jawa Tengah: 35 regencies');
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
	await expect(coverage.chart('peta').locator('.states')).not.toContainText('demo');
});

test('the months play to the last, on one scale', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?ukuran=kmp-anggota&periode=2025-10');
	await expect(coverage.chart('peta')).toContainText('akhir Oktober 2025');
	const classes = coverage.chart('peta').locator('.legend .swatch + span');
	const bounds = async () =>
		(await classes.allTextContents()).map((text) => text.replace(/\(\d+\)/, '').trim());
	const before = await bounds();
	await coverage.yearButton('play').click();
	await expect(page.locator('.years output')).toHaveText('Desember 2025');
	await expect(coverage.chart('peta')).toContainText('akhir Desember 2025');
	await expect.poll(() => coverage.search()).toBe('?ukuran=kmp-anggota&periode=2025-12');
	await expect(coverage.yearButton('play')).toHaveText('Putar');
	expect(await bounds()).toEqual(before);
	// To where it began: the month that was played through is no step of its own.
	await page.goBack();
	await expect(coverage.chart('peta')).toContainText('akhir Oktober 2025');
});

test('another measure goes to the nearest time of which it knows anything, and says so; a link that names the time stays there', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?tahun=2024', 'en');
	await coverage.select('measure').selectOption('kmp_uptake');
	await expect.poll(() => coverage.search()).toBe('?ukuran=kmp-anggota&tahun=2025');
	const notice = page.locator('.filter p[role=status]');
	await expect(notice).toContainText('Nothing is known of this measure for 2024');
	await expect(notice).toContainText('what is shown is 2025');
	await expect(page.locator('.years output')).toHaveText('2025');
	await page.goBack();
	await expect.poll(() => coverage.search()).toBe('?tahun=2024');
	await expect(notice).toHaveCount(0);

	await coverage.open('?ukuran=kmp-anggota&periode=2024-12', 'en');
	await expect(notice).toContainText('Nothing is known of this measure for December 2024');
	await expect(coverage.chart('peta').locator('.legend')).toContainText(
		'before the programme began'
	);
	expect(coverage.search()).toBe('?ukuran=kmp-anggota&periode=2024-12');
	await notice.getByRole('link').click();
	await expect.poll(() => coverage.search()).toMatch(/^\?ukuran=kmp-anggota&periode=2025-0\d$/);
	await expect(notice).toHaveCount(0);
});

test('the country of which lists had not come says of how many districts it is, and its line breaks where they change', async ({
	page
}) => {
	await page.goto('/cakupan/?ukuran=kmp-anggota&wilayah=92.07');
	const chart = page.locator('figure', { has: page.locator('#deret-title') });
	await expect(chart.locator('.summary')).toContainText(
		/Indonesia: garisnya terputus sebelum \w+ \d{4}, karena daerah yang melapor bukan lagi/
	);
	// Of the districts that the lists cover, not of all that there are.
	const covered = /mencakup (\d+) dari \d+ kabupaten/.exec(await page.locator('main').innerText());
	await expect(chart).toContainText(
		new RegExp(`Indonesia: mencakup \\d+ sampai \\d+ dari ${covered?.[1] ?? 'none'} daerah`)
	);
	await chart.locator('details.table summary').click();
	const last = chart.locator('tbody tr').last().locator('td');
	await expect(last.nth(0)).toContainText('terlambat');
	await expect(last.nth(1)).toContainText(/belum lengkap: \d+ dari \d+ daerah/);
});
