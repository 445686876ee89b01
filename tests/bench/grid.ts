import { chromium } from '@playwright/test';
import { findBrowser, LAUNCH_FLAGS } from '../support/browser';
import { serveSmallPage } from '../support/small-page';
import { table } from './table';

const ROWS = 1_000_000;
const TIMES = 7;
const FRAMES = 120;

const median = (values: readonly number[]) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Opening a table of a million rows in the grid, beside the same count and first rows by bare DuckDB,
 * and how many of the frames of a scroll come late.
 */
export async function benchGrid(): Promise<void> {
	const page = await serveSmallPage('grid-page');
	const browser = await chromium.launch({
		executablePath: await findBrowser((line) => process.stdout.write(`${line}\n`)),
		args: LAUNCH_FLAGS
	});
	try {
		const tab = await browser.newPage();
		await tab.goto(page.address);
		await tab.evaluate((rows) => window.gridPage.make(rows), ROWS);
		const opened: number[] = [];
		const bare: number[] = [];
		for (let i = 0; i < TIMES; i += 1) {
			opened.push(await tab.evaluate(() => window.gridPage.open()));
			bare.push(await tab.evaluate(() => window.gridPage.bare()));
		}
		const frames = await tab.evaluate((count) => window.gridPage.scroll(count), FRAMES);
		const [own, alone] = [median(opened), median(bare)];
		const late = frames.filter((time) => time > 1000 / 30).length;
		process.stdout.write(
			`\nA table of ${ROWS} rows in the grid\n${table([
				['', 'grid', 'bare DuckDB-Wasm', 'ratio'],
				[
					'opened, to the paint',
					`${own.toFixed(0)} ms`,
					`${alone.toFixed(0)} ms`,
					`× ${(own / alone).toFixed(2)}`
				],
				['frames of a scroll, median', `${median(frames).toFixed(1)} ms`, '', ''],
				['frames later than 33 ms', `${late} of ${FRAMES}`, '', '']
			])}\n`
		);
	} finally {
		await browser.close();
		await page.close();
	}
}
