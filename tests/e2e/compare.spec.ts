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
	await expect(table.locator('tbody tr')).toHaveCount(2);
	// Rates within groups, sizes of groups and the rest add up to the gap, by each dimension.
	const shares = (await answer.locator('section').last().locator('tbody tr').all()).map((row) =>
		row
			.locator('data')
			.evaluateAll((all) =>
				all.reduce((sum, one) => sum + Number((one as HTMLDataElement).value), 0)
			)
	);
	const sums = await Promise.all(shares);
	expect(sums).toHaveLength(3);
	const rates = await table
		.locator('tbody tr')
		.first()
		.locator('td')
		.locator('data')
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
