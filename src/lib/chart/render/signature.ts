import type { ChartModel } from '../model';

/**
 * Short name of what a drawing shows (FNV-1a, 32 bits, over the model). A drawing made at build time
 * carries it, so that the browser knows whether what stands there answers what the reader asks.
 */
export function signatureOf(model: ChartModel): string {
	const { table, points, sources, notes, title, subtitle, summary, queries, ...rest } = model;
	// What lies under the marks is large, and says nothing.
	const drawnFrom = { ...rest, ground: undefined };
	const said = [
		title,
		subtitle,
		summary,
		table.columns,
		sources.length,
		notes.length,
		points.length,
		queries.length
	];
	const text = JSON.stringify([drawnFrom, said]);
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
	return hash.toString(36);
}
