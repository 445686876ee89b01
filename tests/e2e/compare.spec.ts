import { expect, test } from './support/test';

test('a district stands beside its province, the country and districts like it, said how', async ({
	page
}) => {
	await page.goto('/bandingkan/?wilayah=35.09');
	const answer = page.locator('.answer');
	await expect(answer.getByRole('heading', { level: 2 }).first()).toContainText(
		'Kabupaten Jember · Jawa Timur · Indonesia'
	);
	await expect(answer).toContainText('tingkat kemiskinannya paling mirip (2021)');
	await expect(answer).toContainText('jumlah penerima PKH-nya paling mirip');
	const table = answer.locator('table').first();
	await expect(table.locator('thead th')).toHaveCount(1 + 2);
	// Rates within groups, sizes of groups and the rest add up to the gap, by each dimension.
	const shares = (
		await answer.locator('section[aria-labelledby=selisih]').locator('tbody tr').all()
	).map((row) =>
		row
			.locator('data')
			.evaluateAll((all) =>
				all.reduce((sum, one) => sum + Number((one as HTMLDataElement).value), 0)
			)
	);
	const sums = await Promise.all(shares);
	expect(sums).toHaveLength(3);
	const rates = await table
		.locator('tbody td:first-of-type data')
		.evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
	const gap = Math.abs((rates[0] ?? NaN) - (rates[1] ?? NaN));
	for (const sum of sums) expect(sum).toBeCloseTo(gap, 6);
	await page
		.locator('.sentence')
		.getByLabel(/^Tambah wilayah/)
		.selectOption('33.20');
	await expect(answer.getByRole('heading', { level: 2 }).first()).toHaveText(
		'Kabupaten Jember · Kabupaten Jepara'
	);
	await expect.poll(() => new URL(page.url()).search).toBe('?wilayah=35.09,33.20');
});

test('the reader says which two places the gap is of; it stands in the address, and keys do it', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 720 });
	await page.goto('/en/bandingkan/?wilayah=33.02,33.05,33,00');
	const gap = page.locator('.answer section[aria-labelledby=selisih]');
	const [first, second] = [
		gap.getByLabel('First place of the gap'),
		gap.getByLabel('Second place of the gap')
	];
	await expect(first).toHaveValue('33.02');
	await expect(second).toHaveValue('33.05');
	// The other one of the two is not offered: no place is set beside itself.
	await expect(first.locator('option[value="33.05"]')).toHaveCount(0);
	await second.focus();
	await page.keyboard.press('ArrowDown');
	await expect(second).toHaveValue('33');
	await expect.poll(() => new URL(page.url()).search).toContain('selisih=33.02,33');
	await expect(second).toBeFocused();
	await expect(gap).toContainText(/Jawa Tengah \d+\.\d%, Kabupaten Banyumas \d+\.\d%/);
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
		true
	);
	// Each division says how its figures divide the gap, and all of them lead to a conclusion.
	await expect(gap.locator('li')).toHaveCount(3);
	await expect(gap.locator('strong')).toContainText(/^By [^,]+, /);
	// A reload gives the same; back gives what the page has by itself.
	await page.reload();
	await expect(second).toHaveValue('33');
	await page.goBack();
	await expect(second).toHaveValue('33.05');
	await expect.poll(() => new URL(page.url()).search).toBe('?wilayah=33.02,33.05,33,00');
});

test('two places that do not differ clearly have no gap to explain; a pair that is not shown is said to be none of them', async ({
	page
}) => {
	await page.goto('/bandingkan/?wilayah=33.02,33.05,33&selisih=35.09,33');
	const gap = page.locator('.answer section[aria-labelledby=selisih]');
	await expect(gap.getByRole('status')).toContainText('antara Kabupaten Jember dan Jawa Tengah');
	await expect(gap.locator('strong')).toHaveText(
		'Keduanya tidak berbeda nyata: selang 95%-nya bertumpang tindih. Tidak ada selisih yang perlu dijelaskan.'
	);
	await expect(gap.locator('table')).toHaveCount(0);
	await expect(gap.getByLabel('Wilayah pertama dari selisih')).toHaveValue('33.02');
	await gap.getByLabel('Wilayah pertama dari selisih').selectOption('33');
	await expect(gap.locator('table tbody tr')).toHaveCount(3);
	await expect
		.poll(() => new URL(page.url()).search)
		.toBe('?wilayah=33.02,33.05,33&selisih=33,33.05');
});

test('a total whose districts had not all reported says of how many it is, and its line breaks where they change', async ({
	page
}) => {
	await page.goto('/en/bandingkan/?wilayah=92.07,92,00');
	const chart = page.locator('figure', { has: page.locator('#kurun-title') });
	await expect(chart.locator('.summary')).toContainText(
		/Indonesia: the line breaks before \w+ \d{4}/
	);
	await expect(chart).toContainText('Hollow points: lists of some districts had not come');
	await expect(chart).toContainText(/Papua Barat: figures of \d+ to \d+ of its \d+ districts/);
	await chart.locator('details.table summary').click();
	const row = chart.locator('tbody tr').last();
	await expect(row.locator('td').nth(0)).toContainText('late');
	for (const nth of [1, 2])
		await expect(row.locator('td').nth(nth)).toContainText(/not complete: \d+ of \d+ districts/);
	// Chance has a range where the figure is complete, and only there.
	const rates = page.getByRole('table', { name: 'Percentages by place, with their bounds' });
	const of = (name: string) => rates.getByRole('row', { name }).getByText('95% interval');
	await expect(of('Indonesia')).toHaveCount(0);
	await page.goto('/en/bandingkan/?wilayah=33.02,00');
	await expect(of('Kabupaten Banyumas').first()).toBeVisible();
	await expect(of('Indonesia')).toHaveCount(0);
});

test('what was asked for and is not in the data is named, and what is shown in its place; a place named twice is said to be', async ({
	page
}) => {
	await page.goto('/bandingkan/?wilayah=33.01&selisih=33.02,99.99');
	await expect(page.locator('.chips li').first()).toContainText(
		'Kabupaten Cilacap: tidak ada dalam data halaman ini'
	);
	await expect(page.locator('.chips')).toContainText('selisih antara Kabupaten Banyumas dan 99.99');
	await expect(page.locator('.filter p.small[role=status]').first()).toContainText(
		/^Kabupaten Cilacap tidak ada dalam data halaman ini\. .* contoh \(.+\), bukan yang diminta/
	);
	await page.goto('/en/bandingkan/?wilayah=33.02,33.02');
	await expect(page.locator('.filter p.small[role=status]').first()).toHaveText(
		'Named more than once in the address, and shown once: Kabupaten Banyumas.'
	);
});
