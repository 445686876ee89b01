import { readFileSync } from 'node:fs';
import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import papaparse from 'papaparse';
import readExcel from 'read-excel-file/node';
import { FRAMED_POLICY } from '../../data/site/policy';
import { fetchPage } from './support/html';
import { PATHS_WITH_CHART } from './support/pages';
import { csvOf, openMenu } from './support/menu';
import { type Cell, differences, runScript } from './support/sql-script';
import { expect, test } from './support/test';

/** Everything that the rows state: their numbers, and daily means made of them. */
function statedIn(rows: readonly Record<string, Cell>[]): Set<string> {
	const numbers = rows.flatMap((row) =>
		Object.values(row).filter((cell) => typeof cell === 'number')
	);
	const daily = rows.flatMap(({ value, period_start: start, period_end: end }) => {
		if (typeof value !== 'number' || typeof start !== 'string' || typeof end !== 'string')
			return [];
		return [value / ((Date.parse(end) - Date.parse(start)) / 86_400_000 + 1)];
	});
	return new Set([...numbers, ...daily].map((value) => value.toPrecision(6)));
}

/** Medians are read from bands of waiting, which the rows hold instead. */
const READ_FROM_BANDS = 'lama-menunggu';

test('the SQL under every chart runs as it stands over the downloaded files, and gives the figures of its CSV', async ({
	page
}) => {
	test.setTimeout(300_000);
	let exact = 0;
	let others = 0;
	for (const address of PATHS_WITH_CHART) {
		await page.goto(address);
		const count = await page.locator('figure.chart').count();
		for (let chart = 0; chart < count; chart += 1) {
			const { figure, panel } = await openMenu(page, chart);
			const figures = await csvOf(panel);
			await panel.getByRole('button', { name: 'SQL', exact: true }).click();
			const script = await panel.locator('textarea').inputValue();
			const what = `${address} ${await figure.locator('.title').innerText()}`;
			const rows = (await runScript(script)).flat();
			expect(rows.length, what).toBeGreaterThan(0);
			if ((await figure.locator('.title').getAttribute('id')) === `${READ_FROM_BANDS}-title`)
				continue;
			if (rows[0] && 'keadaan' in rows[0]) {
				exact += 1;
				expect(differences(figures, rows), what).toEqual([]);
				continue;
			}
			// Published by others, and read as they stand.
			others += 1;
			expect(script, what).not.toMatch(/core\.duckdb/);
			const stated = statedIn(rows);
			const values = figures.flatMap(({ nilai }) => (nilai ? [Number(nilai)] : []));
			expect(values.length, what).toBeGreaterThan(0);
			expect(
				values.filter((value) => !stated.has(value.toPrecision(6))),
				what
			).toEqual([]);
		}
	}
	expect(exact).toBeGreaterThan(15);
	expect(others).toBeGreaterThan(5);
});

test('a chart goes away in six formats that say what they are, and as a citation, also where nothing may be copied', async ({
	page
}) => {
	await page.goto('/program/kmp/');
	await page.evaluate(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
	});
	const { figure, panel } = await openMenu(page, 0);
	const title = await figure.locator('.title').innerText();
	const download = async (format: string) => {
		const waiting = page.waitForEvent('download');
		await panel.getByRole('button', { name: format, exact: true }).click();
		const file = await waiting;
		expect(file.suggestedFilename()).toBe(`pantau-program-kmp-langkah.${format.toLowerCase()}`);
		return readFileSync(await file.path());
	};
	const csv = (await download('CSV')).toString('utf8');
	for (const part of [title, 'DATA CONTOH', '# Alamat: ']) expect(csv).toContain(part);
	const { data } = papaparse.parse<Record<string, string>>(csv.slice(1), {
		header: true,
		comments: '#',
		skipEmptyLines: true
	});
	expect(data).toHaveLength(7);
	const values = data.map(({ nilai }) => Number(nilai));
	const shown = await figure
		.locator('details.table data:not([value=""])')
		.evaluateAll((all) => all.map((one) => Number(one.getAttribute('value'))));
	expect(values).toEqual(shown);
	const sheets = await readExcel(await download('XLSX'));
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['Data', 'Keterangan']);
	expect(sheets[0]?.data.slice(1).map((row) => row[1])).toEqual(values);
	expect(JSON.stringify(sheets[1]?.data)).toContain('DATA CONTOH');
	const file = new Uint8Array(await download('PARQUET')).buffer;
	expect((await parquetReadObjects({ file })).map(({ nilai }) => nilai as number)).toEqual(values);
	const arrow = tableFromIPC(await download('ARROW'));
	expect([...(arrow.getChild('nilai') ?? [])]).toEqual(values);
	const svg = (await download('SVG')).toString('utf8');
	for (const part of ['DATA CONTOH', '>data contoh</text>', 'Sumber: '])
		expect(svg).toContain(part);
	const png = await download('PNG');
	const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
	expect(png.readUInt32BE(16)).toBe(2 * Math.round(width));

	await panel.getByRole('button', { name: 'Kutip', exact: true }).click();
	await panel.getByRole('button', { name: /^Salin: Kalimat, bahasa Indonesia/ }).click();
	await expect(panel.getByText('Teksnya sudah dipilih')).toBeVisible();
	const chosen = await page.evaluate(() => {
		const area = document.activeElement as HTMLTextAreaElement;
		return area.value.slice(area.selectionStart, area.selectionEnd);
	});
	expect(chosen).toContain(title);
	expect(chosen).toContain('DATA CONTOH');
	const english = await panel.getByLabel('Kalimat, bahasa Inggris', { exact: true }).inputValue();
	expect(english).toMatch(/computed by Pantau Sejahtera from: .+lists of recipients.+ DEMO DATA/);
	expect(english).not.toContain(title);
});

test('a link remembers its data, and says what has changed since', async ({ page }) => {
	await page.goto('/program/kmp/');
	const { panel } = await openMenu(page, 0);
	await panel.getByRole('button', { name: 'Tautan', exact: true }).click();
	const link = await panel.locator('textarea').inputValue();
	expect(link).toMatch(/\/program\/kmp\/\?data=demo\.[0-9a-f]{12}\.\d{4}-\d\d-\d\d#langkah-title$/);
	const manifest = page.waitForResponse(/manifest\.json/);
	await page.goto(link.replace('#', '&x=1#'));
	await manifest;
	await expect(page.locator('figure.chart').first()).toBeVisible();
	await expect(page.getByText('Data berubah sejak')).toHaveCount(0);
	await page.goto(link.replace(/demo\.[0-9a-f]{12}/, 'demo.0123456789ab'));
	const notice = page.getByText(
		'Data berubah sejak tautan ini dibuat: data contoh, dari versi 0123456789ab'
	);
	// The link leads to a chart far below: the notice goes along until it has been read.
	await expect(notice).toBeInViewport();
	await expect(notice).toContainText(/menjadi [0-9a-f]{12}/);
	await page.getByRole('button', { name: 'Mengerti' }).click();
	await expect(notice).toHaveCount(0);
});

test('a chart stands in a frame as it was drawn, with source and mark, and tells how high it is; a filtered one is a link', async ({
	page,
	request,
	browser
}) => {
	const sent = await fetchPage(request, '/sematan/program-kmp-langkah/');
	expect(sent.headers['content-security-policy']).toBe(FRAMED_POLICY);
	expect(sent.text.match(/<script/g)).toHaveLength(1);
	expect((await fetchPage(request, '/en/sematan/program-kmp-langkah/')).status).toBe(200);
	const without = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await without.goto(
		new URL(
			'/sematan/program-kmp-langkah/',
			page.url() === 'about:blank' ? test.info().project.use.baseURL : page.url()
		).href
	);
	await expect(without.locator('figure svg:visible').first()).toBeVisible();
	await expect(without.locator('figure .demo')).toBeVisible();
	await expect(without.getByText('Sumber:')).toBeVisible();
	await without.goto(new URL('/program/kmp/', without.url()).href);
	await expect(without.locator('details.menu').first()).toBeHidden();
	expect(await without.context().cookies()).toEqual([]);
	await without.context().close();

	await page.goto('/program/kmp/');
	const { panel } = await openMenu(page, 0);
	await panel.getByRole('button', { name: 'Sematkan', exact: true }).press('Enter');
	const frame = panel.locator('iframe');
	await expect(frame).toHaveAttribute('src', /\/sematan\/program-kmp-langkah\/$/);
	await expect(panel.frameLocator('iframe').locator('figure .title')).toBeVisible();
	await expect
		.poll(() =>
			frame.evaluate((element: HTMLIFrameElement) => {
				const inside = element.contentDocument?.body.scrollHeight ?? 0;
				return inside > 300 && Math.abs(inside - element.clientHeight) <= 2;
			})
		)
		.toBe(true);
	await page.goto('/program/kmp/?wilayah=32');
	const filtered = await openMenu(page, 0);
	await filtered.panel.getByRole('button', { name: 'Sematkan', exact: true }).click();
	const link = filtered.panel.frameLocator('iframe').getByRole('link');
	await expect(link).toHaveAttribute(
		'href',
		/^\/program\/kmp\/\?wilayah=32&data=demo\.[0-9a-f]{12}\.[\d-]{10}#langkah-title$/
	);
	// A place in focus changes no figure of the map: the chart itself is embedded, and names the place.
	await page.goto('/cakupan/?wilayah=32.01');
	const focused = await openMenu(page, 0);
	await focused.panel.getByRole('button', { name: 'Sematkan', exact: true }).click();
	await expect(focused.panel.locator('iframe')).toHaveAttribute(
		'src',
		/\/sematan\/cakupan-peta\/\?tanda=32\.01$/
	);
	const map = focused.panel.frameLocator('iframe');
	await expect(map.locator('figcaption strong')).toHaveText('Kabupaten Bogor');
	await expect(map.locator('figure svg:visible').first()).toBeVisible();
});
