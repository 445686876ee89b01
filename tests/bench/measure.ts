import type { Browser } from '@playwright/test';
import { COVERAGE, filter, paintedAt } from './coverage-page';
import { openLine, slowDown, type Line } from './line';
import {
	recordStatements,
	takeDatasets,
	takeStatements,
	type Dataset,
	type Statement
} from './statements';

const FURTHER = 30;

export interface SiteMeasures {
	figure: number;
	chart: number;
	/** Bytes until the page was quiet, untouched. */
	untouched: number;
	firstFilter: number;
	/** Bytes that the first filter brought. */
	filterBytes: number;
	further: number[];
	/** What was asked, filter by filter; the first stands for the cold one. */
	asked: Statement[][];
	datasets: Dataset[];
}

/** The coverage page as one reader meets it for the first time. */
export async function measureSite(
	browser: Browser,
	address: string,
	line: Line
): Promise<SiteMeasures> {
	const { address: baseURL, bytes, close } = await openLine(line, address);
	const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
	try {
		const page = await context.newPage();
		// tsx names the functions that are handed to the page, by a helper that the page lacks.
		await page.addInitScript('globalThis.__name = (named) => named');
		await slowDown(page, line);
		page.setDefaultTimeout(300_000);
		await recordStatements(page);
		await page.goto(COVERAGE.address, { waitUntil: 'networkidle', timeout: 300_000 });
		const figure = await paintedAt(page, COVERAGE.figure);
		const chart = await paintedAt(page, COVERAGE.chart);
		const untouched = bytes();
		const asked: Statement[][] = [];
		const firstFilter = await filter(page, COVERAGE.yearBefore);
		asked.push((await takeStatements(page)).statements);
		const filterBytes = bytes() - untouched;
		const further: number[] = [];
		for (let turn = 0; turn < FURTHER; turn += 1) {
			// Back and forth between the two years before: neither is the page's own answer.
			further.push(await filter(page, turn % 2 === 0 ? COVERAGE.yearBefore : COVERAGE.yearAfter));
			asked.push((await takeStatements(page)).statements);
		}
		const datasets = await takeDatasets(page);
		return { figure, chart, untouched, firstFilter, filterBytes, further, asked, datasets };
	} finally {
		await context.close();
		close();
	}
}

export interface BareMeasures {
	first: number;
	further: number[];
}

/** The same statements, by DuckDB-Wasm alone, in the same browser on the same line. */
export async function measureBare(
	browser: Browser,
	address: string,
	line: Line,
	{ asked, datasets }: Pick<SiteMeasures, 'asked' | 'datasets'>
): Promise<BareMeasures> {
	const { address: baseURL, close } = await openLine(line, address);
	const context = await browser.newContext({ baseURL });
	try {
		const page = await context.newPage();
		await slowDown(page, line);
		page.setDefaultTimeout(300_000);
		await page.goto('/', { waitUntil: 'load', timeout: 300_000 });
		const times: number[] = [];
		for (const statements of asked)
			times.push(
				await page.evaluate(
					([list, files]) => {
						const { replay } = window as unknown as {
							replay: (
								statements: readonly Statement[],
								datasets: readonly Dataset[]
							) => Promise<number>;
						};
						return replay(list, files);
					},
					[statements, datasets] as const
				)
			);
		const [first = Number.NaN, ...further] = times;
		return { first, further };
	} finally {
		await context.close();
		close();
	}
}
