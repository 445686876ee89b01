import type { Browser, Page } from '@playwright/test';
import {
	recordStatements,
	takeDatasets,
	takeStatements,
	type Asked,
	type Dataset
} from '../statements';
import { heapOf, rendererPeak } from './memory';
import { ANSWER, type FilterPage } from './pages';
import { randomNumbers, turn } from './turn';

export interface FilterMeasures {
	/** Of each filter that was asked warm: the page's query and paint, and bare DuckDB's query. */
	query: number[];
	painted: number[];
	bare: number[];
	statements: number[];
	/** Filters that also fetched a file. */
	cold: number;
	/** Filters whose answer was remembered: nothing was asked. */
	remembered: number;
	/** The page's heap after each quarter of the filters. */
	heaps: number[];
	/** What the renderers of both pages held at most, the bare one alone, and one without any page. */
	peak: number;
}

type Replay = (
	page: Page,
	asked: Pick<Asked, 'statements'>,
	datasets: readonly Dataset[]
) => Promise<number>;

const replay: Replay = (page, { statements }, datasets) =>
	page.evaluate(
		([list, files]) => {
			const { replay: run } = window as unknown as {
				replay: (statements: unknown, datasets: unknown) => Promise<number>;
			};
			return run(list, files);
		},
		[statements, datasets] as const
	);

/**
 * Filters one page at random, many times. After each filter bare DuckDB-Wasm runs the same statements in
 * a page of its own, so that both meet the machine in the same mood.
 */
export async function measureTimes(
	browser: Browser,
	addresses: { site: string; bare: string },
	{ address }: FilterPage,
	turns: number,
	seed: number
): Promise<Omit<FilterMeasures, 'heaps' | 'peak'>> {
	const own = await openPage(browser, new URL(address, addresses.site).href);
	const bare = await openPage(browser, addresses.bare, false);
	const random = randomNumbers(seed);
	const measures: Omit<FilterMeasures, 'heaps' | 'peak'> = {
		query: [],
		painted: [],
		bare: [],
		statements: [],
		cold: 0,
		remembered: 0
	};
	let files = 0;
	let warm = -WARM_UP;
	for (let tries = 0; warm < turns && tries < 3 * turns + WARM_UP; tries += 1) {
		await untilQuiet(own);
		const painted = await turn(own, [random(), random()]);
		const asked = await takeStatements(own);
		const datasets = await takeDatasets(own);
		if (painted === null) continue;
		if (asked.statements.length === 0) {
			warm += 1;
			if (warm <= 0) continue;
			measures.remembered += 1;
			measures.painted.push(painted);
			continue;
		}
		const alone = await replay(bare, asked, datasets);
		warm += 1;
		const fetched = datasets.length > files;
		files = datasets.length;
		if (warm <= 0) continue;
		if (fetched) {
			measures.cold += 1;
			continue;
		}
		measures.query.push(asked.time);
		measures.painted.push(painted);
		measures.bare.push(alone);
		measures.statements.push(asked.statements.length);
	}
	await own.context().close();
	await bare.context().close();
	return measures;
}

/** What a page plans ahead while nobody filters is no part of the next filter. */
async function untilQuiet(page: Page): Promise<void> {
	do await page.waitForTimeout(50);
	while ((await takeStatements(page)).statements.length > 0);
}

/** Filters until the page has every chart live and every program loaded. */
const WARM_UP = 10;

/** Filters one page at random in a browser of its own, and says what it holds. */
export async function measureMemory(
	browser: Browser,
	site: string,
	{ address }: FilterPage,
	turns: number,
	seed: number
): Promise<Pick<FilterMeasures, 'heaps' | 'peak'>> {
	const page = await openPage(browser, new URL(address, site).href, false);
	const session = await page.context().newCDPSession(page);
	const random = randomNumbers(seed);
	const heaps: number[] = [];
	for (let done = 1; done <= turns; done += 1) {
		await turn(page, [random(), random()]);
		if (done % Math.ceil(turns / 4) === 0 || done === turns) heaps.push(await heapOf(session));
	}
	return { heaps, peak: await rendererPeak(browser) };
}

/** What DuckDB alone holds at most, in a page of its own, after the same statements over the same files. */
export async function barePeak(
	launch: () => Promise<Browser>,
	addresses: { site: string; bare: string },
	{ address }: FilterPage,
	turns: number,
	seed: number
): Promise<number> {
	const [asking, alone] = [await launch(), await launch()];
	try {
		const own = await openPage(asking, new URL(address, addresses.site).href);
		const bare = await openPage(alone, addresses.bare, false);
		const random = randomNumbers(seed);
		for (let done = 0; done < turns; done += 1) {
			await turn(own, [random(), random()]);
			const asked = await takeStatements(own);
			if (asked.statements.length > 0) await replay(bare, asked, await takeDatasets(own));
		}
		return await rendererPeak(alone);
	} finally {
		await Promise.all([asking.close(), alone.close()]);
	}
}

/** What a browser's renderers hold at most where there is nothing on the page. */
export async function emptyPeak(browser: Browser, address: string): Promise<number> {
	const page = await openPage(browser, address, false);
	const peak = await rendererPeak(browser);
	await page.context().close();
	return peak;
}

async function openPage(browser: Browser, address: string, recorded = true): Promise<Page> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	// tsx names the functions that are handed to the page, by a helper that the page lacks.
	await page.addInitScript('globalThis.__name = (named) => named');
	if (recorded) await recordStatements(page);
	await page.goto(address, { waitUntil: 'networkidle' });
	if (recorded) await page.locator(ANSWER).waitFor();
	return page;
}
