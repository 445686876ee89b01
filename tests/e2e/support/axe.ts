import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from './test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations']
};

/** What axe finds wrong on the page, a line each, with the first elements concerned. */
export async function axeViolations(page: Page): Promise<string[]> {
	// Evaluated, not added as a script: the page's own policy refuses inline scripts, rightly.
	await page.evaluate(source);
	const { violations } = await page.evaluate(async (options) => {
		const { axe } = window as unknown as {
			axe: { run: (where: Document, options: RunOptions) => Promise<AxeResults> };
		};
		return axe.run(document, options);
	}, OPTIONS);
	return violations.map(
		({ id, help, nodes }) =>
			`${id}: ${help} (${nodes.length}) ${nodes
				.slice(0, 3)
				.map((node) => `${node.html} ${node.failureSummary ?? ''}`)
				.join(' | ')}`
	);
}
