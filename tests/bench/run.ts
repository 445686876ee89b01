import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { ensureBuilt, SITE } from '../../data/site/build';
import { serve } from '../../data/site/server';
import { findBrowser, LAUNCH_FLAGS } from '../support/browser';
import { buildBareSite } from './bare-site';
import { benchCsv } from './csv';
import { benchExtract } from './extract/run';
import { benchGrid } from './grid';
import { benchFilters } from './filters/run';
import { LINES, type Line } from './line';
import { measureBare, measureSite } from './measure';
import { quantile } from './quantile';
import { table } from './table';

const ms = (value: number) => `${value.toFixed(0)} ms`;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
const times = (a: number, b: number) => `× ${(a / b).toFixed(2)}`;

async function report(browser: Browser, line: Line, site: string, bare: string): Promise<void> {
	process.stdout.write(`\n${line.name}\n`);
	const own = await measureSite(browser, site, line);
	const alone = await measureBare(browser, bare, line, own);
	const [median, p95] = [quantile(own.further, 0.5), quantile(own.further, 0.95)];
	const [bareMedian, bareP95] = [quantile(alone.further, 0.5), quantile(alone.further, 0.95)];
	const rows = [
		['', 'this site', 'bare DuckDB-Wasm', 'ratio'],
		['first figure', ms(own.figure), '', ''],
		['first chart', ms(own.chart), '', ''],
		['bytes untouched', kB(own.untouched), '', ''],
		[
			'first filter, cold',
			ms(own.firstFilter),
			ms(alone.first),
			times(own.firstFilter, alone.first)
		],
		['bytes of the first filter', kB(own.filterBytes), '', ''],
		[
			`${own.further.length} further, median`,
			ms(median),
			ms(bareMedian),
			times(median, bareMedian)
		],
		[`${own.further.length} further, p95`, ms(p95), ms(bareP95), times(p95, bareP95)],
		['statements a filter', String(own.asked.at(-1)?.length ?? 0), '', '']
	];
	process.stdout.write(`${table(rows)}\n`);
}

/** The coverage page: one run, both sides in it, so that the ratios hold on any machine. */
async function benchPages(): Promise<void> {
	await ensureBuilt();
	const folder = mkdtempSync(path.join(tmpdir(), 'pantau-bench-'));
	const browser = await chromium.launch({
		executablePath: await findBrowser((line) => process.stdout.write(`${line}\n`)),
		args: LAUNCH_FLAGS
	});
	try {
		await buildBareSite(folder);
		const site = await serve(SITE, 0);
		const bare = await serve(folder, 0);
		for (const line of LINES) await report(browser, line, site.address, bare.address);
		await Promise.all([site.close(), bare.close()]);
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

const BENCHES: Record<string, (args: readonly string[]) => Promise<void>> = {
	pages: benchPages,
	filters: benchFilters,
	grid: benchGrid,
	csv: benchCsv,
	extract: benchExtract
};

/** `npm run bench`: everything; `npm run bench -- filters`, say, with its options, one alone. */
async function main([what, ...rest]: readonly string[]): Promise<void> {
	const chosen = Object.entries(BENCHES).filter(([name]) => what === undefined || what === name);
	if (chosen.length === 0)
		throw new Error(`no bench ${String(what)}: ${Object.keys(BENCHES).join(', ')}`);
	for (const [, bench] of chosen) await bench(rest);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
