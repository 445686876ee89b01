import type { Locale } from '$lib/model/locale';
import { CoveragePage, LAST_YEAR, membersOf, ratiosOf } from './support/coverage';
import { damageExtract, type Damage } from './support/extract';
import { openMenuOf } from './support/menu';
import { expect, test } from './support/test';
import { deathsLeft, killUnderStatements, watchWorkers, workersStarted } from './support/workers';

/** A list of districts; who is on it is asked anew. */
const LIST = 'pke-2021-35';

test.use({ allowedErrors: /404|ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

interface Case {
	damage: Damage;
	problem: string;
	locale: Locale;
	says: RegExp;
	/** What the page offers: another try, or to be loaded again. */
	way: 'Coba lagi' | 'Muat ulang halaman' | 'Try again' | 'Reload the page';
}

const CASES: readonly Case[] = [
	{
		damage: 'missing',
		problem: 'missing_file',
		locale: 'id',
		says: /published\.duckdb tidak ada di situs ini \(jawaban 404\)/,
		way: 'Coba lagi'
	},
	{
		damage: 'manifest missing',
		problem: 'missing_file',
		locale: 'en',
		says: /manifest\.json is not on this site \(answer 404\)/,
		way: 'Try again'
	},
	{
		damage: 'truncated',
		problem: 'bad_file',
		locale: 'id',
		says: /published\.duckdb terpotong/,
		way: 'Coba lagi'
	},
	{
		damage: 'tampered',
		problem: 'bad_file',
		locale: 'en',
		says: /published\.duckdb is not the one that was published/,
		way: 'Try again'
	},
	{
		damage: 'too new',
		problem: 'extract_too_new',
		locale: 'id',
		says: /Data ini berformat 99/,
		way: 'Muat ulang halaman'
	},
	{
		damage: 'changed',
		problem: 'extract_changed',
		locale: 'en',
		says: /data has been updated since this page was opened/,
		way: 'Reload the page'
	},
	{
		damage: 'offline',
		problem: 'program_offline',
		locale: 'id',
		says: /tidak dapat diunduh. Periksa sambungan/,
		way: 'Muat ulang halaman'
	}
];

test('a link leads to what is seen, where the view that was asked for could not be had', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await coverage.open('');
	await damageExtract(page, 'truncated');
	await coverage.yearButton('before').click();
	await expect(coverage.problem()).toBeVisible();
	await expect.poll(() => new URL(page.url()).search).toContain(String(LAST_YEAR - 1));
	const panel = await openMenuOf(coverage.chart('peta'));
	await panel.getByRole('button', { name: 'Tautan', exact: true }).click();
	const link = await panel.getByRole('textbox', { name: 'Tautan' }).inputValue();
	expect(link).toContain('/cakupan/');
	expect(link).not.toContain(String(LAST_YEAR - 1));
});

for (const { damage, problem, locale, says, way } of CASES)
	test(`the extract is ${damage}: the page says so, stays readable, and can be helped (${locale})`, async ({
		page
	}) => {
		const coverage = new CoveragePage(page);
		await coverage.open('', locale);
		const mend = await damageExtract(page, damage);
		await coverage.yearButton('before').click();
		await expect(coverage.problem()).toHaveAttribute('data-problem', problem);
		await expect(coverage.problem()).toHaveText(says);
		await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
		await expect(coverage.chart('peta').locator('svg:visible')).toHaveCount(1);
		expect(await coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
		await mend();
		await coverage.problem().getByRole('button', { name: way }).click();
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR - 1));
		await expect(coverage.problem()).toHaveCount(0);
	});

test('an address that cannot be answered shows the page as it came, and says that it is not the answer', async ({
	page
}) => {
	const coverage = new CoveragePage(page);
	await damageExtract(page, 'truncated');
	await coverage.open('?tahun=2019', 'en');
	await expect(coverage.problem()).toHaveAttribute('data-problem', 'bad_file');
	await expect(page.locator('.notices')).toContainText('still the view before');
	await expect(coverage.chart('peta')).toBeVisible();
	expect(await coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
});

test.describe('the worker ends', () => {
	test('under a question: another takes over, and the figures are right', async ({ page }) => {
		const coverage = new CoveragePage(page);
		await watchWorkers(page);
		await coverage.open();
		await coverage.select('year').selectOption('2021');
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2021));
		await killUnderStatements(page, 1);
		await coverage.select('list').selectOption(LIST);
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2021, membersOf(LIST)));
		expect(await deathsLeft(page)).toBe(0);
		expect(await workersStarted(page)).toBe(2);
		await expect(coverage.problem()).toHaveCount(0);
	});

	test('under the very first question', async ({ page }) => {
		const coverage = new CoveragePage(page);
		await watchWorkers(page);
		await coverage.open();
		await killUnderStatements(page, 1);
		await coverage.select('year').selectOption('2020');
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2020));
		expect(await deathsLeft(page)).toBe(0);
		expect(await workersStarted(page)).toBe(2);
	});

	test('twice under one question: the page says so, and another try is answered', async ({
		page
	}) => {
		const coverage = new CoveragePage(page);
		await watchWorkers(page);
		await coverage.open();
		await killUnderStatements(page, 2);
		await coverage.select('year').selectOption('2020');
		await expect(coverage.problem()).toHaveAttribute('data-problem', 'worker_lost');
		expect(await deathsLeft(page)).toBe(0);
		expect(await coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
		await coverage.problem().getByRole('button', { name: 'Coba lagi' }).click();
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2020));
		await expect(coverage.problem()).toHaveCount(0);
	});

	test('silently between two questions', async ({ page }) => {
		const coverage = new CoveragePage(page);
		await watchWorkers(page);
		await coverage.open();
		await coverage.select('year').selectOption('2021');
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2021));
		await page.workers()[0]?.evaluate(() => self.close());
		await coverage.select('list').selectOption(LIST);
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2021, membersOf(LIST)));
		expect(await workersStarted(page)).toBe(2);
		await expect(coverage.problem()).toHaveCount(0);
	});
});
