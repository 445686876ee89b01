import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SITE } from '../../data/site/build';
import { serve } from '../../data/site/server';
import { runTool } from '../../data/site/tool';
import { findBrowser } from './browser';
import { addCounts, countPlaywright, NOTHING, type Counts, type PlaywrightReport } from './counts';

/** The built site in a real browser, served by our own server on a free port. */
export async function endToEnd(folder: string): Promise<Counts> {
	const browser = await findBrowser((line) => process.stdout.write(`  ${line}\n`));
	process.stdout.write(`  ${browser}\n`);
	const report = path.join(folder, 'playwright.json');
	const site = await serve(SITE, 0);
	let code: number;
	try {
		const result = await runTool('@playwright/test', ['test', '--reporter=line,json'], {
			show: true,
			env: {
				CHROME_PATH: browser,
				SITE_ADDRESS: site.address,
				PLAYWRIGHT_JSON_OUTPUT_NAME: report
			}
		});
		code = result.code;
	} finally {
		await site.close();
	}
	if (!existsSync(report))
		return { ...NOTHING, failed: ['e2e: playwright ended without a report'] };
	const counts = countPlaywright(JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport);
	const unexplained = code !== 0 && counts.failed.length === 0;
	return unexplained
		? addCounts(counts, { ...NOTHING, failed: [`e2e: playwright ended with ${code}`] })
		: counts;
}
