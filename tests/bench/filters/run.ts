import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { ensureBuilt, SITE } from '../../../data/site/build';
import { serve } from '../../../data/site/server';
import { findBrowser, LAUNCH_FLAGS } from '../../support/browser';
import { buildBareSite } from '../bare-site';
import { quantile } from '../quantile';
import { table } from '../table';
import { barePeak, emptyPeak, measureMemory, measureTimes } from './measure';
import { PAGES, type FilterPage } from './pages';

const USE = `npm run bench -- filters [--turns N] [--page NAME] [--seed N] [--no-times] [--no-memory]
  --turns     filters of each page (200)
  --page      ${PAGES.map(({ name }) => name).join(', ')}: one alone
  --seed      which filters (1)
  --no-times, --no-memory leave those out`;

const ms = (value: number) => value.toFixed(1);
const MB = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
const times = (a: number, b: number) => `× ${(a / b).toFixed(2)}`;

interface Sites {
	site: string;
	bare: string;
	launch: () => Promise<Browser>;
}

/** Query and paint of each page's filters, beside the same statements by bare DuckDB-Wasm. */
async function benchTimes(
	{ launch, ...addresses }: Sites,
	pages: readonly FilterPage[],
	turns: number,
	seed: number
): Promise<void> {
	const heads = [
		'query p50',
		'p95',
		'p95 of all',
		'bare p50',
		'p95',
		'ratio',
		'painted p50',
		'p95'
	];
	const rows = [['ms', ...heads, 'statements', 'asked', 'remembered', 'cold']];
	for (const page of pages) {
		const browser = await launch();
		try {
			const { query, painted, bare, statements, cold, remembered } = await measureTimes(
				browser,
				addresses,
				page,
				turns,
				seed
			);
			rows.push([
				page.name,
				...[ms(quantile(query, 0.5)), ms(quantile(query, 0.95))],
				// A filter that is answered from memory asks for no time.
				ms(quantile([...query, ...new Array<number>(remembered).fill(0)], 0.95)),
				...[ms(quantile(bare, 0.5)), ms(quantile(bare, 0.95))],
				times(quantile(query, 0.5), quantile(bare, 0.5)),
				...[ms(quantile(painted, 0.5)), ms(quantile(painted, 0.95))],
				String(quantile(statements, 0.5)),
				String(query.length),
				String(remembered),
				String(cold)
			]);
		} finally {
			await browser.close();
		}
	}
	process.stdout.write(`${table(rows)}\n`);
}

/** What each page holds while it is filtered, and whether that grows. */
async function benchMemory(
	{ site, bare, launch }: Sites,
	pages: readonly FilterPage[],
	turns: number,
	seed: number
): Promise<void> {
	const quarters = [1, 2, 3, 4].map((part) => `heap ${String(Math.ceil((turns * part) / 4))}`);
	const rows = [['MB', ...quarters, 'peak', 'above an empty page', 'DuckDB alone']];
	const nothing = await launch();
	const empty = await emptyPeak(nothing, new URL('empty.html', bare).href);
	await nothing.close();
	for (const page of pages) {
		const browser = await launch();
		try {
			const { heaps, peak } = await measureMemory(browser, site, page, turns, seed);
			const alone = await barePeak(launch, { site, bare }, page, turns, seed);
			rows.push([page.name, ...heaps.map(MB), MB(peak), MB(peak - empty), MB(alone - empty)]);
		} finally {
			await browser.close();
		}
	}
	process.stdout.write(`${table(rows)}\n`);
}

/** `npm run bench -- filters`: random filters on every page that has them. */
export async function benchFilters(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			turns: { type: 'string', default: '200' },
			page: { type: 'string' },
			seed: { type: 'string', default: '1' },
			'no-times': { type: 'boolean', default: false },
			'no-memory': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false }
		}
	});
	if (values.help) return void process.stdout.write(`${USE}\n`);
	const pages = PAGES.filter(({ name }) => values.page === undefined || values.page === name);
	const [turns, seed] = [Number(values.turns), Number(values.seed)];
	if (pages.length === 0 || !(turns > 0) || !Number.isInteger(seed)) throw new Error(USE);
	await ensureBuilt();
	const executablePath = await findBrowser((line) => process.stdout.write(`${line}\n`));
	const launch = () => chromium.launch({ executablePath, args: LAUNCH_FLAGS });
	const folder = mkdtempSync(path.join(tmpdir(), 'pantau-bench-'));
	try {
		await buildBareSite(folder);
		writeFileSync(path.join(folder, 'empty.html'), '<!doctype html><title>Empty</title>');
		const site = await serve(SITE, 0);
		const bare = await serve(folder, 0);
		const sites = { site: site.address, bare: bare.address, launch };
		const load = () =>
			loadavg()
				.map((one) => one.toFixed(1))
				.join(' ');
		process.stdout.write(`\nfilters, load ${load()}\n`);
		if (!values['no-times']) await benchTimes(sites, pages, turns, seed);
		if (!values['no-memory']) await benchMemory(sites, pages, turns, seed);
		process.stdout.write(`load ${load()}\n`);
		await Promise.all([site.close(), bare.close()]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
