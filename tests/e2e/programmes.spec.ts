import { plain, shown } from './support/plain';
import { expect, test } from './support/test';

const MOVES = (region: string, year: number) =>
	`SELECT measure::VARCHAR AS key, pub AS value FROM demo.k5
	WHERE region::VARCHAR = '${region}' AND year = ${year} AND waiting::VARCHAR = '*'`;

const onlyMoves = (figures: Record<string, number>) =>
	Object.fromEntries(
		Object.entries(figures).filter(([key]) => !/_(median_wait|unknown)$/.test(key))
	);

test('the ladder of the country is what a plain query says, and its flows can be walked by keys', async ({
	page
}) => {
	await page.goto('/program/tangga/', { waitUntil: 'networkidle' });
	const flows = await plain(MOVES('00', 2025));
	expect(Object.keys(flows).length).toBeGreaterThan(4);
	expect(onlyMoves(await shown(page, 'table:has(#tabel-naik)', 'moved_'))).toEqual(flows);
	const steps = await plain(`SELECT measure::VARCHAR AS key, pub AS value FROM demo.k1
		WHERE region::VARCHAR = '00' AND month = (SELECT max(month) FROM demo.k1)
			AND measure::VARCHAR IN ('step_assistance', 'step_group', 'step_micro', 'step_kur', 'graduated')`);
	expect({
		...(await shown(page, 'figure:has(#anak-tangga-title)', 'step_')),
		...(await shown(page, 'figure:has(#anak-tangga-title)', 'graduated'))
	}).toEqual(steps);
	const chart = page.locator('figure:has(#naik-tangga-title)');
	await chart.getByRole('application').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(chart.locator('[aria-live=polite]')).toContainText(/→.*orang.*data contoh/);
});

test('a regency and a year in the address are answered from the file of its province', async ({
	page
}) => {
	await page.goto('/program/tangga/?wilayah=32.03&periode=2024');
	const flows = await plain(MOVES('32.03', 2024), '32.duckdb');
	expect(Object.keys(flows).length).toBeGreaterThan(0);
	await expect(page.locator('#tabel-naik')).toContainText('Cianjur, 2024');
	expect(onlyMoves(await shown(page, 'table:has(#tabel-naik)', 'moved_'))).toEqual(flows);
	const absent = page.locator('table:has(#tabel-naik) data[value=""]');
	expect(await absent.count()).toBeGreaterThan(0);
	for (const words of await absent.allTextContents()) expect(words).toMatch(/\p{L}{4}/u);
});

test('extreme poverty: every district has a row of stages, and made-up dates say so in each group', async ({
	page
}) => {
	await page.goto('/program/kemiskinan-ekstrem/');
	const table = page.locator('table:has(#tahap-daftar)');
	await expect(table.locator('tbody tr:not(.group)')).toHaveCount(35);
	const groups = table.locator('tr.group');
	expect(await groups.count()).toBe(1 + 9);
	for (const text of await groups.allTextContents()) expect(text).toContain('data contoh');
	const dates = await plain(
		`SELECT region::VARCHAR || stage::VARCHAR AS key, 1 AS value FROM demo.stage`
	);
	await expect(table.locator('time')).toHaveCount(Object.keys(dates).length);
	await expect(table.locator('.unknown')).toHaveCount(35 * 7 - Object.keys(dates).length);
	await expect(page.locator('section:has(#tahap) .none')).toContainText(
		'Belum ada yang menerbitkan'
	);
});

test('Jakarta: members by cooperative are what a plain query says, in the last month and in a chosen one', async ({
	page
}) => {
	const membersAt = async (month: string) =>
		plain(`SELECT cooperative::VARCHAR AS key, pub AS value FROM demo.k6
			WHERE cooperative::VARCHAR LIKE 'KAMPUNG%' AND measure::VARCHAR = 'members' AND month = ${month}`);
	const shown = async () =>
		page.locator('table:has(#tabel-anggota) td:nth-of-type(2) data').evaluateAll((all) =>
			Object.fromEntries(
				all.flatMap((cell): [string, number][] => {
					const value = cell.getAttribute('value') ?? '';
					return value === '' ? [] : [[cell.dataset['region'] ?? '', Number(value)]];
				})
			)
		);
	await page.goto('/en/program/jakarta/', { waitUntil: 'networkidle' });
	const last = await membersAt('(SELECT max(month) FROM demo.k6)');
	expect(await shown()).toEqual(last);
	expect(Object.keys(last)).toHaveLength(9);

	await page
		.getByRole('group', { name: 'What is shown' })
		.getByLabel('Time')
		.selectOption('2025-03');
	await expect(page.locator('#tabel-anggota')).toContainText('March 2025');
	expect(await shown()).toEqual(await membersAt("DATE '2025-03-01'"));
	await expect(page.locator('figure:has(#anggota-aktif-title)')).toContainText('end of March 2025');
	await expect.poll(() => new URL(page.url()).search).toBe('?periode=2025-03');
	// A single month has no course.
	await page.goto('/en/program/jakarta/?periode=2025-03..2025-03');
	await expect(page.locator('.answer')).toContainText('at least two months');
	await expect(page.locator('figure:has(#aktif-per-bulan-title)')).toHaveCount(0);
});

test('KMP: before it began nobody is late, and its first day is said with its source', async ({
	page
}) => {
	await page.goto('/en/program/kmp/?periode=2024-12');
	const steps = page.locator('figure:has(#langkah-title)');
	await expect(steps).toContainText('there were no Red-and-White cooperatives yet');
	await expect(steps).toContainText('began on 27 March 2025 (President of Indonesia)');
	const members = steps.locator('table data:is([data-indicator=kmp_5], [data-indicator=kmp_7])');
	await expect(members).toHaveText(['before the programme began', 'before the programme began']);
	await expect(steps.locator('table data[data-state=late]')).toHaveCount(0);
	await expect(page.locator('figure:has(#anggota-title)')).toContainText(
		'counts only members who passed all the steps before'
	);
	await page.goto('/program/kmp/?wilayah=32.03&periode=2025-06');
	await expect(page.locator('figure:has(#langkah-title)')).not.toContainText(/Lengkap untuk \d/);
});
