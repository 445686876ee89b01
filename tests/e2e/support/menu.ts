import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import papaparse from 'papaparse';
import { type Page, expect } from './test';

/** Opens the menu of a chart and waits for what is behind its door. */
export async function openMenuOf(figure: Locator): Promise<Locator> {
	await figure.locator('details.menu > summary').click();
	const panel = figure.locator('.panel');
	await expect(panel.getByRole('group')).toBeVisible();
	return panel;
}

/** Of the page's charts that live, one after the other. */
export async function openMenu(page: Page, chart: number) {
	const figure = page.locator('figure.chart').nth(chart);
	return { figure, panel: await openMenuOf(figure) };
}

/** The rows of the CSV that an opened menu gives. */
export async function csvOf(within: Locator): Promise<Record<string, string>[]> {
	const waiting = within.page().waitForEvent('download');
	await within.getByRole('button', { name: 'CSV', exact: true }).click();
	const csv = readFileSync(await (await waiting).path(), 'utf8').slice(1);
	return papaparse.parse<Record<string, string>>(csv, {
		header: true,
		comments: '#',
		skipEmptyLines: true
	}).data;
}
