import type { Page, Route } from '@playwright/test';

/** What may befall the dataset on its way to the reader. */
export type Damage = 'missing' | 'truncated' | 'tampered';

async function serveDamaged(route: Route, damage: Damage): Promise<void> {
	if (damage === 'missing') {
		await route.fulfill({ status: 404, contentType: 'text/html', body: '' });
		return;
	}
	const response = await route.fetch();
	const bytes = Buffer.from(await response.body());
	const middle = Math.floor(bytes.length / 2);
	if (damage === 'tampered') bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
	await route.fulfill({
		status: 200,
		contentType: 'application/octet-stream',
		body: damage === 'tampered' ? bytes : bytes.subarray(0, middle)
	});
}

/**
 * From now on the page gets the extract's database damaged: not at all, cut in half, or with one
 * bit in its middle turned over. A missing one also says so in the console: allow `/404/` there.
 */
export async function damageExtract(page: Page, damage: Damage): Promise<void> {
	await page.route('**/extract/**/*.duckdb', (route) => serveDamaged(route, damage));
}
