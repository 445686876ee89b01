import { CoveragePage } from './support/coverage';
import { expectAlike, plain, share, valuesBy } from './support/demo-rates';
import { csvOf, openMenuOf } from './support/menu';
import { differences, runScript } from './support/sql-script';
import { expect, test, type Page } from './support/test';

/** Counts by month of one decile, and by month of one sex and age band. */
const DECILE = (decile: string) =>
	`(SELECT month AS at, region::VARCHAR AS region, measure, pub FROM demo.k2 WHERE decile::VARCHAR = '${decile}')`;
const YOUNG_WOMEN = `(SELECT month AS at, region::VARCHAR AS region, measure, pub FROM demo.k3
	WHERE sex::VARCHAR = 'female' AND age::VARCHAR = '25-44')`;
const DECEMBER = "p.at = DATE '2025-12-01'";

/** Files of provinces that the page has fetched. */
function partsFetched(page: Page): string[] {
	const parts: string[] = [];
	page.on('request', (request) => {
		const [, part] = /\/(\d\d)\.duckdb/.exec(request.url()) ?? [];
		if (part !== undefined) parts.push(part);
	});
	return parts;
}

const group = (page: Page, name: RegExp) => page.locator('.sentence').getByLabel(name);
const settled = (page: Page) =>
	expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
const chips = (page: Page) =>
	page.getByRole('list', { name: /Saringan yang dipilih|Chosen filters/ });

test('a group in the districts of a province is answered from its file, and every chart follows', async ({
	page
}) => {
	const parts = partsFetched(page);
	const coverage = new CoveragePage(page);
	await coverage.open('?ukuran=kmp-anggota&kawasan=33&periode=2025-12');
	await settled(page);
	await group(page, /^desil/).selectOption('3');
	await expect(coverage.chart('peta')).toContainText('akhir Desember 2025; desil 3');
	await settled(page);
	await expect
		.poll(() => coverage.search())
		.toBe('?ukuran=kmp-anggota&kawasan=33&periode=2025-12&desil=3');
	expect(parts).toEqual(['33']);
	const wanted = await plain(
		`${share('kmp_pkh', 'pkh', DECILE('3'), 'p.region')} AND p.region LIKE '33.__' AND ${DECEMBER}`,
		'33.duckdb'
	);
	expect(Object.keys(wanted).length).toBeGreaterThan(3);
	for (const id of ['peta', 'peringkat'])
		expectAlike(await valuesBy(coverage, id, ['region']), wanted);
	for (const id of ['peta', 'peringkat', 'deret'])
		await expect(coverage.chart(id).locator('.subtitle')).toContainText('; desil 3');
	await expect(page.locator('.lead')).toContainText('desil 3');
	const over = share(
		'kmp_pkh',
		'pkh',
		DECILE('3'),
		`p.region || '|' || p.at || '/' || last_day(p.at)`
	);
	const series = await valuesBy(coverage, 'deret', ['region', 'period']);
	const focus =
		Object.keys(series)
			.find((key) => key.startsWith('33.'))
			?.slice(0, 5) ?? '';
	expectAlike(series, {
		...(await plain(`${over} AND p.region = '${focus}'`, '33.duckdb')),
		...(await plain(`${over} AND p.region = '00'`))
	});

	// What is taken away under the map is the same, and its SQL runs as it stands.
	const panel = await openMenuOf(coverage.chart('peta'));
	const rows = await csvOf(panel);
	expect(rows.map(({ kelompok }) => kelompok)).toEqual(rows.map(() => 'decile=3'));
	await panel.getByRole('button', { name: 'SQL', exact: true }).click();
	const script = await panel.locator('textarea').inputValue();
	expect(differences(rows, (await runScript(script)).flat())).toEqual([]);

	// What is spoken of a tile is of the group.
	await coverage.box('peta').focus();
	await page.keyboard.press('ArrowRight');
	await expect(coverage.chart('peta').locator('[aria-live=polite]')).toHaveText(
		/Desember 2025: .*%/
	);

	await page.getByRole('button', { name: 'Hapus saringan desil 3' }).click();
	await expect(coverage.chart('peta').locator('.subtitle')).not.toContainText('desil');
	await expect.poll(() => coverage.search()).toBe('?ukuran=kmp-anggota&kawasan=33&periode=2025-12');
	await page.goBack();
	await expect(coverage.chart('peta').locator('.subtitle')).toContainText('desil 3');
	await settled(page);
	for (const id of ['peta', 'peringkat'])
		expectAlike(await valuesBy(coverage, id, ['region']), wanted);
});

test('what is withheld, late and never came stays apart for a group, and none is a zero', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	const states = async () =>
		coverage
			.chart('peta')
			.locator('table data[data-state]')
			.evaluateAll((all) =>
				Object.fromEntries(
					all.flatMap((element): [string, string][] => {
						const { region = '', state = '' } = (element as HTMLElement).dataset;
						return ['late', 'not_received'].includes(state) ? [[region, state]] : [];
					})
				)
			);
	await coverage.open('?ukuran=kmp-anggota&kawasan=maluku_papua&periode=2025-12');
	await expect(coverage.chart('peta').locator('.subtitle')).toContainText('Maluku');
	await settled(page);
	await expect.poll(async () => Object.keys(await states()).length).toBeGreaterThan(0);
	const everybody = await states();
	await coverage.open('?ukuran=kmp-anggota&kawasan=81&periode=2025-12&jk=perempuan&umur=25-44');
	for (const province of new Set(Object.keys(everybody).map((region) => region.slice(0, 2)))) {
		await coverage.select('area').selectOption(province);
		await expect(coverage.chart('peta').locator('.subtitle')).toContainText('perempuan');
		await settled(page);
		const here = Object.entries(everybody).filter(([region]) => region.startsWith(province));
		// A closed table follows its chart when the browser is idle.
		await expect.poll(states).toMatchObject(Object.fromEntries(here));
	}
	expect(await coverage.chart('peta').locator('table data[value="0"]').count()).toBe(0);
});

test('a group in the whole country is told of by province, from the first file, with a way to districts', async ({
	page
}) => {
	const parts = partsFetched(page);
	const coverage = new CoveragePage(page);
	await coverage.open('?ukuran=kmp-anggota&periode=2025-11&jk=perempuan&umur=25-44', 'en');
	await expect(coverage.chart('peta')).toContainText('KMP members, by province, Indonesia');
	await settled(page);
	const wanted = async (month: string) =>
		plain(
			`${share('kmp_pkh', 'pkh', YOUNG_WOMEN, 'p.region')} AND p.region LIKE '__' AND p.region <> '00' AND p.at = DATE '${month}'`
		);
	for (const id of ['peta', 'peringkat'])
		expectAlike(await valuesBy(coverage, id, ['region']), await wanted('2025-11-01'));
	await expect(page.locator('.narrowed')).toContainText('one province at a time');
	await expect(coverage.chart('peta').locator('table tbody tr')).toHaveCount(10);

	// It plays, on the coast as on tiles.
	await coverage.yearButton('play').click();
	await expect(page.locator('.years output')).toHaveText('December 2025');
	await expect(coverage.chart('peta')).toContainText('end of December 2025; female, 25–44 years');
	await settled(page);
	await coverage.select('drawing').selectOption('points');
	await expect(coverage.chart('peta')).toContainText('Each province is a circle');
	await settled(page);
	expectAlike(await valuesBy(coverage, 'peta', ['region']), await wanted('2025-12-01'));
	expect(parts).toEqual([]);

	// A province leads to its districts, by its mark as by the link.
	const link = page.locator('.narrowed a');
	expect(await link.getAttribute('href')).toMatch(/kawasan=\d\d&.*jk=perempuan&umur=25-44/);
	await coverage.box('peringkat').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect.poll(() => coverage.search()).toMatch(/kawasan=\d\d&/);
	await expect(page.locator('.narrowed')).toHaveCount(0);
	await settled(page);
	const area = new URLSearchParams(coverage.search()).get('kawasan') ?? '';
	expect(parts).toEqual([area]);
	expectAlike(
		await valuesBy(coverage, 'peta', ['region']),
		await plain(
			`${share('kmp_pkh', 'pkh', YOUNG_WOMEN, 'p.region')} AND p.region LIKE '${area}.__' AND ${DECEMBER}`,
			`${area}.duckdb`
		)
	);
});

test('what is not held is offered in grey with the reason, and is never computed', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	// Carried here from another page: published figures are of everybody.
	await coverage.open('?desil=3&jk=perempuan');
	await expect(chips(page)).toContainText('desil 3: angka terbitan tidak dipilah menurut kelompok');
	for (const name of [/^desil/, /^jenis kelamin/, /^usia/]) {
		const option = group(page, name).locator('option').nth(1);
		await expect(option).toBeDisabled();
		await expect(option).toContainText('angka terbitan tidak dipilah');
	}
	await settled(page);
	expect(asked.filter((url) => url.includes('.duckdb'))).toEqual([]);
	// A rate follows as far as its months are counted: not sex beside a decile.
	await coverage.select('measure').selectOption('kmp_uptake');
	await expect(coverage.chart('peta').locator('.subtitle')).toContainText('; desil 3');
	await expect(coverage.chart('peta').locator('.subtitle')).not.toContainText('perempuan');
	await expect(chips(page)).toContainText('perempuan: gabungan ini hanya dihitung per tahun');
	await expect(group(page, /^jenis kelamin/).locator('option[value=male]')).toBeDisabled();
	// By year both are.
	await coverage.select('period').selectOption('2025');
	await expect(coverage.chart('peta').locator('.subtitle')).toContainText('desil 3, perempuan');
	await settled(page);
	await expect(chips(page)).not.toContainText('hanya dihitung');
	const year = `(SELECT year AS at, region::VARCHAR AS region, measure, pub FROM demo.k4
		WHERE decile::VARCHAR = '3' AND sex::VARCHAR = 'female' AND age::VARCHAR = '*')`;
	const all = await valuesBy(coverage, 'peta', ['region']);
	expectAlike(
		Object.fromEntries(Object.entries(all).filter(([region]) => region.startsWith('35'))),
		await plain(
			`${share('kmp_pkh', 'pkh', year, 'p.region')} AND p.region LIKE '35.__' AND p.at = 2025`,
			'35.duckdb'
		)
	);
});

test('places selected on another page are the districts of a group here, from their files alone', async ({
	page
}) => {
	const parts = partsFetched(page);
	const coverage = new CoveragePage(page);
	await coverage.open('?ukuran=kmp-anggota&wilayah=33.02,35.13,33.29&periode=2025-12&desil=2');
	await expect(coverage.chart('peringkat').locator('.subtitle')).toContainText(
		'3 wilayah pilihan, akhir Desember 2025; desil 2'
	);
	await settled(page);
	expect([...parts].sort()).toEqual(['33', '35']);
	const wanted = {
		...(await plain(
			`${share('kmp_pkh', 'pkh', DECILE('2'), 'p.region')} AND p.region IN ('33.02', '33.29') AND ${DECEMBER}`,
			'33.duckdb'
		)),
		...(await plain(
			`${share('kmp_pkh', 'pkh', DECILE('2'), 'p.region')} AND p.region = '35.13' AND ${DECEMBER}`,
			'35.duckdb'
		))
	};
	expectAlike(await valuesBy(coverage, 'peringkat', ['region']), wanted);
	await expect(coverage.select('list').locator('option:checked')).toHaveText('3 wilayah pilihan');
	await coverage.select('region').selectOption('35.13');
	await expect
		.poll(() => coverage.search())
		.toBe('?ukuran=kmp-anggota&wilayah=33.02,35.13,33.29&sorot=35.13&periode=2025-12&desil=2');
	await expect(coverage.chart('deret').locator('.title')).toContainText('Probolinggo');
	// A list of many provinces is told of by one of them, which is said.
	await coverage.select('list').selectOption('pke-2021-35');
	await expect(page.locator('.narrowed')).toContainText('yang tampak Jawa Timur saja');
	await expect(coverage.chart('peringkat').locator('.subtitle')).toContainText('Jawa Timur');
});
