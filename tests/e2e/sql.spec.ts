import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import papaparse from 'papaparse';
import readExcel from 'read-excel-file/node';
import { LOCALES, MEASURES, PUBLIC_STATES, UNITS } from '$lib/model';
import { toHash } from '../../src/lib/sql/address';
import { inLocale } from './support/pages';
import { loadedBy, total } from './support/sizes';
import { writeSql as write } from './support/sql';
import { expect, test } from './support/test';

const PATH = '/jelajah/sql/';

/** What no answer of an example says in place of words. */
const CODES: readonly string[] = [...UNITS, ...PUBLIC_STATES, ...MEASURES.map(({ id }) => id)];

/** Brotli bytes of the room with its editor, ready to be written in; DuckDB comes with the first query. */
const BUDGET = 250_000;

test('every example of the SQL room answers with rows, in both languages', async ({ page }) => {
	// DuckDB is started twice.
	test.slow();
	for (const locale of LOCALES) {
		await page.goto(inLocale(PATH, locale));
		const run = page.getByRole('button', {
			name: locale === 'id' ? 'Buka dan jalankan' : 'Open and run'
		});
		await expect(run.first()).toBeVisible();
		const count = await run.count();
		expect(count).toBe(12);
		const questions = await page.locator('.examples pre').allInnerTexts();
		for (let index = 0; index < count; index += 1) {
			await run.nth(index).click();
			// The address holds the query once it has been answered, and not before.
			await expect
				.poll(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('sql'), {
					timeout: 60_000
				})
				.toBe(questions[index]);
			await expect(page.getByRole('grid'), questions[index]).toBeVisible();
			const cells = await page.getByRole('gridcell').allInnerTexts();
			// English words may be what their codes are: “late”.
			const codes = cells.filter((cell) => locale === 'id' && CODES.includes(cell.trim()));
			expect(codes, questions[index]).toEqual([]);
			await expect(page.getByRole('alert')).toHaveCount(0);
		}
		await expect(page.locator('.demo').first()).toBeVisible();
	}
});

test('an error stands at its place, a refusal has its name, and the query stays', async ({
	page
}) => {
	await page.goto(PATH);
	await write(page, "SELECT 1;\nSELECT 'é', nam FROM published.region");
	await expect(page.getByRole('alert')).toHaveAttribute('data-problem', 'no_column');
	await expect(page.getByRole('alert')).toContainText('Tidak ada kolom bernama “nam”');
	await expect(page.getByRole('alert').locator('pre')).toContainText('Binder Error');
	await expect(page.locator('.cm-lintRange-error')).toHaveText('nam');
	await write(page, "COPY (SELECT 1) TO 'x.csv'");
	await expect(page.getByRole('alert')).toContainText('COPY tidak dijalankan');
	await expect(page.locator('.cm-content')).toContainText("COPY (SELECT 1) TO 'x.csv'");
	// A long query tells how far it is, under the policy of the page too, and ends when it is told to.
	await write(
		page,
		'CREATE TABLE besar AS FROM range(4000000); SELECT count(*) FROM besar a, besar b WHERE a.range * b.range % 7 = 3'
	);
	await expect(page.locator('.answer-of progress')).toBeVisible();
	await page.getByRole('button', { name: 'Hentikan' }).click();
	await expect(page.locator('.answer-of progress')).toHaveCount(0);
	await write(page, 'SELECT 42 AS jawaban');
	await expect(page.getByRole('grid')).toContainText('42');
	// Tab indents, and leaves after Escape.
	await page.locator('.cm-content').click();
	await page.keyboard.press('Tab');
	await expect(page.locator('.cm-content')).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Tab');
	await expect(page.locator('.cm-content')).not.toBeFocused();
});

test('the SQL room is light beside DuckDB, and a link brings the same answer and chart', async ({
	page
}) => {
	const link = toHash({
		sql: "SELECT 'désa' AS nama, 7 AS a, 9 AS b",
		chart: { kind: 'bars', x: 'nama', y: ['b'], series: null },
		data: ''
	});
	const loaded = await loadedBy(page, PATH);
	await expect(page.locator('.cm-content')).toBeVisible();
	const bytes = total(loaded, 'javascript') + total(loaded, 'css') + total(loaded, 'html');
	expect(bytes).toBeGreaterThan(100_000);
	expect(bytes).toBeLessThan(BUDGET);
	expect(loaded.filter(({ kind, address }) => kind === 'wasm' || /extract/.test(address))).toEqual(
		[]
	);
	// Another page: of this one every answer is weighed, and DuckDB's is too large to be kept for it.
	const other = await page.context().newPage();
	await other.goto(PATH + link);
	await expect(other.getByRole('grid')).toContainText('désa');
	await expect(other.locator('#hasil-title')).toHaveText('b menurut nama');
	await expect(other.locator('.live.ready')).toBeVisible();
});

/** The rows of a Parquet file as DuckDB itself reads them. */
async function readParquet(bytes: Uint8Array): Promise<unknown[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'parquet-'));
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		const file = path.join(folder, 'a.parquet');
		writeFileSync(file, bytes);
		return (await connection.runAndReadAll(`FROM '${file}'`)).getRowsJson();
	} finally {
		connection.closeSync();
		instance.closeSync();
		rmSync(folder, { recursive: true });
	}
}

test('districts of a province are asked in its own file, which comes with the query; each download holds the answer', async ({
	page
}) => {
	await page.goto(PATH);
	const part = page.locator('.tables-of').getByText('Jawa Timur · demo_35');
	await part.click();
	await page.locator('.tables-of').getByText('demo_35.k2', { exact: false }).click();
	await expect(page.locator('.tables-of code:visible').getByText('decile')).toBeVisible();
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
	await write(
		page,
		`SELECT decile::VARCHAR AS desil, pub AS orang, DATE '2025-12-31' AS hari, '=1+1' AS teks, -0.5::DOUBLE AS angka
FROM demo_35.k2
WHERE region::VARCHAR = '35.09' AND measure = 'pkh' AND month = DATE '2025-12-01'
ORDER BY region, decile::VARCHAR`
	);
	await expect(page.getByRole('grid')).toContainText('−0,5');
	await expect(page.locator('.answer-of .demo').first()).toBeVisible();
	const databases = fetched.filter((address) => address.endsWith('.duckdb'));
	expect(databases.filter((address) => /\/\d\d\.duckdb$/.test(address))).toEqual([
		'/extract/demo/35.duckdb'
	]);
	const download = async (format: string) => {
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name: format, exact: true }).click();
		const file = await waiting;
		expect(file.suggestedFilename()).toMatch(
			new RegExp(`^demo-sql-\\d{4}-\\d\\d-\\d\\d\\.${format.toLowerCase()}$`)
		);
		return readFileSync(await file.path());
	};
	const csv = (await download('CSV')).toString('utf8');
	expect(csv).toContain('Data demo: ');
	const { data } = papaparse.parse<string[]>(csv.slice(1), { comments: '#', skipEmptyLines: true });
	const [head, ...rows] = data;
	expect(head).toEqual(['desil', 'orang', 'hari', 'teks', 'angka']);
	expect(rows.length).toBeGreaterThan(5);
	expect(
		rows.every(([, , day, text, number]) => [day, text, number].join() === `2025-12-31,'=1+1,-0.5`)
	).toBe(true);
	const counts = rows.map(([, count]) => Number(count));
	const [sheet, about] = await readExcel(await download('XLSX'));
	expect(sheet?.data.slice(1).map(([, count]) => count)).toEqual(counts);
	expect(sheet?.data.slice(1).map(([, , , text]) => text)).toEqual(counts.map(() => `'=1+1`));
	expect(JSON.stringify(about?.data)).toContain('FROM demo_35.k2');
	const arrow = tableFromIPC(await download('Arrow'));
	expect([...(arrow.getChild('orang') ?? [])].map(Number)).toEqual(counts);
	expect(arrow.schema.metadata.get('demo')).toBe('true');
	const parquet = (await readParquet(await download('Parquet'))) as unknown[][];
	expect(parquet.map(([, count]) => Number(count))).toEqual(counts);
	expect(parquet[0]?.slice(2)).toEqual(['2025-12-31', '=1+1', -0.5]);
});
