import { CoveragePage, LAST_YEAR, ratiosOf, YEARS } from './support/coverage';
import { expect, test } from './support/test';

test('the buttons step through the years and stop at both ends', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open();
	// A button that can do nothing says why, to eyes and ears, and keeps the keys that reached it.
	const after = coverage.yearButton('after');
	const said = page.locator('.years [role=status]');
	await expect(after).toBeDisabled();
	await expect(said).toHaveText('Tahun terakhir yang ada angkanya.');
	await expect(after).toHaveAccessibleDescription('Tahun terakhir yang ada angkanya.');
	await after.focus();
	await page.keyboard.press('Enter');
	await expect(after).toBeFocused();
	await expect(page.locator('.years output')).toHaveText(String(LAST_YEAR));
	for (const year of YEARS.toReversed().slice(1)) {
		await coverage.yearButton('before').click();
		await expect(page.locator('.years output')).toHaveText(String(year));
	}
	await expect(coverage.yearButton('before')).toBeDisabled();
	await expect(said).toHaveText('Tahun pertama yang ada angkanya.');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(YEARS[0] ?? 0));
	await coverage.yearButton('after').click();
	await expect(said).toHaveText('');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(YEARS[1] ?? 0));
});

test('the years play by themselves to the last, and stop there', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?tahun=2022');
	const play = coverage.yearButton('play');
	await play.click();
	await expect(play).toHaveText('Berhenti');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2023));
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR));
	await expect(play).toHaveText('Putar');
});

test('years that play are one step back, to where the reader began', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?tahun=2021');
	const before = await page.evaluate(() => history.length);
	await coverage.yearButton('play').click();
	await expect(coverage.yearButton('play')).toHaveText('Berhenti');
	await expect(coverage.yearButton('play')).toHaveText('Putar', { timeout: 30_000 });
	await expect.poll(() => coverage.search()).toBe(`?tahun=${LAST_YEAR}`);
	expect(await page.evaluate(() => history.length)).toBe(before + 1);
	await page.goBack();
	await expect.poll(() => coverage.search()).toBe('?tahun=2021');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2021));
});

test('a measure of one year says so, and offers no steps', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?ukuran=kemiskinan');
	const years = page.getByRole('group', { name: 'Tahun' });
	await expect(years).toHaveText(/^\d{4}\s+Hanya ada angka untuk tahun ini\.$/);
	await expect(years.getByRole('button')).toHaveCount(0);
});

test('the reader can stop the years while they play', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await page.clock.install();
	await coverage.open('?tahun=2017');
	const play = coverage.yearButton('play');
	await play.click();
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2018));
	await play.click();
	await expect(play).toHaveText('Putar');
	const stopped = await page.locator('.years output').textContent();
	await page.clock.fastForward(10_000);
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
	await expect(page.locator('.years output')).toHaveText(stopped ?? '');
});

test.describe('a reader who asks for less motion', () => {
	test.use({ reducedMotion: 'reduce' });

	test('is offered no playback, and steps by hand', async ({ page }) => {
		const coverage = new CoveragePage(page);
		await coverage.open();
		await expect(coverage.yearButton('before')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Putar' })).toHaveCount(0);
		await coverage.yearButton('before').click();
		await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(LAST_YEAR - 1));
	});
});
