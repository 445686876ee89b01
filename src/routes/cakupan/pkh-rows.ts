import { type Figure, isImplausible } from '$lib/model';
import type { CoverageRow } from '$lib/query/coverage';

export const INDICATOR = 'pkh_families_per_100_poor';
export const UNIT = 'families_per_100_people';

/** All years of the province, and what the view picks out of them. */
export interface PkhRows {
	rows: CoverageRow[];
	/** The province's own ratio by year. */
	totals: Figure[];
	/** How many regions the province's ratio rests on, by year: "26 (2017), 25 (2018)". */
	counts: string;
	/** Of the year shown: all, and those that the list keeps. */
	shown: CoverageRow[];
	kept: CoverageRow[];
	list: string | null;
	year: number;
	region: string;
}

/** Beyond this share of implausible values a year's order is not to be quoted. */
const DOUBTFUL = 0.1;

/** How many values of a year are implausible, where they are too many for its order to be quoted. */
export function doubtsIn(rows: readonly CoverageRow[]): number {
	const doubted = rows.filter((row) => isImplausible(row.flag)).length;
	return doubted > DOUBTFUL * rows.length ? doubted : 0;
}

export function named(rows: readonly CoverageRow[]) {
	return rows.map((figure) => ({ label: figure.regionName, figure }));
}

/** The part of a ratio that is not believed. */
export function doubtedPart(row: CoverageRow): Figure {
	return isImplausible(row.families.flag) ? row.families : row.people;
}
