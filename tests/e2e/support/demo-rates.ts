import path from 'node:path';
import { SITE } from '../../../data/site/build';
import { createNodeEngine } from '../../../src/lib/engine/node';
import type { CoveragePage } from './coverage';
import { expect } from './test';

const BASE = `${path.join(SITE, 'extract/demo')}/`;

/** What a plain query over the demo extract says: a number for each key. */
export async function plain(sql: string, file?: string): Promise<Record<string, number>> {
	const engine = createNodeEngine();
	await engine.attach(file ? { id: 'demo', base: BASE, file } : { id: 'demo', base: BASE });
	const table = await engine.query(sql);
	const rows = Array.from({ length: table.numRows }, (_, row): [string, number] => [
		String(table.getChild('key')?.get(row)),
		Number(table.getChild('value')?.get(row))
	]);
	await engine.close();
	return Object.fromEntries(rows);
}

/** Shares of a whole of fifty and more, in percent, of which both counts are published. */
export const share = (part: string, whole: string, from: string, key: string) => `
	SELECT ${key} AS key, least(100, 100 * p.pub / w.pub)::DOUBLE AS value
	FROM (SELECT * FROM ${from} WHERE measure::VARCHAR = '${part}') AS p
	JOIN (SELECT * FROM ${from} WHERE measure::VARCHAR = '${whole}') AS w ON p.at = w.at AND p.region = w.region
	WHERE w.pub >= 50`;

/** Values in the table of a chart, by region, or by region and period; what has none is left out. */
export async function valuesBy(
	coverage: CoveragePage,
	id: string,
	keys: readonly ('region' | 'period')[]
): Promise<Record<string, number>> {
	// A closed table follows its chart when the browser is idle.
	await expect(coverage.chart(id).locator('details.table')).not.toHaveAttribute('aria-busy');
	const table = coverage.chart(id).locator('table');
	return table.locator('data').evaluateAll(
		(all, wanted) =>
			Object.fromEntries(
				all.flatMap((element): [string, number][] => {
					const value = element.getAttribute('value') ?? '';
					const key = wanted.map((name) => element.dataset[name] ?? '').join('|');
					return value === '' ? [] : [[key, Number(value)]];
				})
			),
		keys
	);
}

/** The same numbers for the same keys, to the last digits that a double bears. */
export function expectAlike(shown: Record<string, number>, wanted: Record<string, number>): void {
	const round = (numbers: Record<string, number>) =>
		Object.fromEntries(
			Object.entries(numbers)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([key, value]) => [key, Number(value.toPrecision(12))])
		);
	expect(round(shown)).toEqual(round(wanted));
}
