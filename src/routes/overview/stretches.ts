import type { BoundedFigure, ListKind } from '$lib/model';
import type { ReportRow } from '$lib/query/computed/reporting';

/** Months one after another in which the same districts had reported. */
export interface Stretch {
	figures: BoundedFigure[];
	/** How many districts. */
	reported: number;
}

/**
 * Cuts a country's months where other districts had sent all these lists than the month before: a
 * total of other districts is another total.
 * @param figures one a month, in the order of time
 */
export function stretchesOf(
	figures: readonly BoundedFigure[],
	reports: readonly ReportRow[],
	lists: readonly ListKind[]
): { stretches: Stretch[]; total: number } {
	const regions = [...new Set(reports.map(({ region }) => region))].sort();
	const received = new Set(
		reports
			.filter(({ state }) => state === 'received')
			.map(({ region, list, month }) => `${region} ${list} ${month}`)
	);
	const stretches: Stretch[] = [];
	let before: string | null = null;
	for (const figure of figures) {
		const sent = regions.filter((region) =>
			lists.every((list) => received.has(`${region} ${list} ${figure.period.start}`))
		);
		const own = sent.join();
		const last = stretches.at(-1);
		if (last && own === before) last.figures.push(figure);
		else stretches.push({ figures: [figure], reported: sent.length });
		before = own;
	}
	return { stretches, total: regions.length };
}
