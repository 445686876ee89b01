import { LOCALES } from '$lib/model/locale';
import { toHash } from '../../src/lib/sql/address';
import { inLocale } from './support/pages';
import { loadedBy, total } from './support/sizes';
import { writeSql as write } from './support/sql';
import { expect, test } from './support/test';

const PATH = '/jelajah/sql/';

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
