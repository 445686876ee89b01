import { CoveragePage, LAST_YEAR, membersOf, ratiosOf, regionOf } from './support/coverage';
import { expect, test } from './support/test';

test('the first filter starts DuckDB, says how far it is, and gives the right numbers', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	const loaded: string[] = [];
	page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
	let release: () => void = () => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.wasm', async (route) => {
		await released;
		await route.continue();
	});
	await coverage.open();
	expect(loaded.filter((path) => /\.(wasm|duckdb)$/.test(path))).toEqual([]);
	await coverage.yearButton('before').click();
	const progress = page.getByRole('progressbar');
	await expect(progress).toBeVisible();
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'true');
	await expect(coverage.chart('peta').locator('[role=status]')).toHaveText(/tampilan sebelumnya/);
	release();
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR - 1));
	await expect(progress).toHaveCount(0);
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
	await expect.poll(() => coverage.search()).toBe(`?tahun=${LAST_YEAR - 1}`);
	expect(loaded.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
	expect(loaded.filter((path) => path.endsWith('.duckdb'))).toHaveLength(1);
});

/** The browser asks for it again whenever the address changes: nothing of the page waits for it. */
const ICON = '/icon.svg';

test.describe('once DuckDB is here', () => {
	test.use({ allowedErrors: /icon\.svg/ });

	test('later filters need no network', async ({ page, context }) => {
		const coverage = new CoveragePage(page);
		await coverage.open();
		await coverage.select('year').selectOption('2019');
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2019));
		await page.waitForLoadState('networkidle');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await context.setOffline(true);
		await coverage.select('year').selectOption('2020');
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2020));
		await coverage.select('region').selectOption('32.01');
		await expect(coverage.chart('deret')).toContainText(regionOf('32.01').name);
		await coverage.select('measure').selectOption('poverty');
		await expect(coverage.chart('peta')).toContainText('514');
		await expect(coverage.problem()).toHaveCount(0);
		expect(asked.filter((path) => path !== ICON)).toEqual([]);
	});
});

test('three filters fast after one another end on the last', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	for (const year of ['2017', '2019', '2021']) await coverage.select('year').selectOption(year);
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2021));
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
	await expect.poll(() => coverage.search()).toBe('?tahun=2021');
	expect(await coverage.values('peringkat')).toEqual(ratiosOf(2021));
});

test('a list keeps its members alone in the ranking, and all regions on the map', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	const list = 'pke-2021-35';
	await coverage.select('list').selectOption(list);
	const kept = ratiosOf(LAST_YEAR, membersOf(list));
	expect(kept.length).toBeGreaterThan(1);
	await expect.poll(() => coverage.values('peringkat')).toEqual(kept);
	expect(await coverage.values('peta')).toHaveLength(27);
	await expect.poll(() => coverage.search()).toBe(`?daftar=${list}`);
	await page.getByRole('link', { name: 'Kembali ke awal' }).click();
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
	await expect.poll(() => coverage.search()).toBe('');
});

for (const { chart, by } of [
	{ chart: 'peta', by: 'tile' },
	{ chart: 'peringkat', by: 'bar' }
])
	test(`a click on a ${by} brings its region into focus, and the titles follow`, async ({
		page
	}) => {
		const coverage = new CoveragePage(page);
		await coverage.open();
		const { code, name, abbreviation } = regionOf('32.06');
		await expect(coverage.chart('deret').locator('.title')).not.toContainText(name);
		const drawn = by === 'tile' ? abbreviation : name.replace(/^Kabupaten /, 'Kab. ');
		await coverage.clickText(chart, drawn);
		await expect(coverage.chart('deret').locator('.title')).toContainText(name);
		await expect(coverage.select('region')).toHaveValue(code);
		await expect.poll(() => coverage.search()).toBe(`?wilayah=${code}`);
		const own = (await coverage.values('deret')).filter(({ region }) => region === code);
		expect(own.at(-1)).toEqual(ratiosOf(LAST_YEAR).find(({ region }) => region === code));
	});

test('the whole country by poverty rate: 514 tiles, and each list that is public', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open('', 'en');
	await coverage.select('measure').selectOption('poverty');
	const table = coverage.chart('peta').locator('details.table');
	await expect(table.locator('summary')).toContainText('514');
	await table.locator('summary').click();
	await expect(table.locator('tbody tr')).toHaveCount(514);
	await expect.poll(() => coverage.search()).toBe('?ukuran=kemiskinan');
	const list = 'pke-2021-35';
	await coverage.select('list').selectOption(list);
	await expect
		.poll(async () => new Set((await coverage.values('peringkat')).map(({ region }) => region)))
		.toEqual(membersOf(list));
});
