import type { ListKind } from '$lib/model';
import type { Rule } from './dirt';
import type { RegionChoice } from './places';

/** Says that a folder was made by the demo, and may be made again. */
export const MADE_BY = 'pantau-sejahtera demo';

/** Rows of a list that are valid though they look otherwise. */
export const FORM_NAMES = ['nik_spaced', 'date_local', 'region_former'] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** What was put into a list. rows = linked + refused + merged. */
export interface ListTruth {
	rows: number;
	/** Rows that stay after refusing and merging. */
	linked: number;
	refused: number;
	/** Rows that repeat another: the same row twice, or two that overlap, count as one. */
	merged: number;
	/** Rows with each fault; `duplicate` counts the rows that are merged. */
	faults: Partial<Record<Rule, number>>;
	/** Valid rows in another form. */
	forms: Record<FormName, number>;
}

/** People of a regency on the last day of the last month, as the valid rows of the lists have it. */
export interface Overlap {
	region: string;
	pkh: number;
	kmp: number;
	/** Both a PKH recipient and a member of a KMP. */
	both: number;
}

/** `truth.json`: what a reader of the lists must find. */
export interface Truth {
	made_by: typeof MADE_BY;
	format: 1;
	people: number;
	months: number;
	first: string;
	last: string;
	seed: string;
	regions: RegionChoice;
	codes: string[];
	lists: Record<ListKind, ListTruth>;
	/** People who are members of two KMP at once, in valid rows: no fault. */
	two_cooperatives: number;
	overlap: Overlap[];
}

/** A list before anything was written. */
export function nothingYet(): ListTruth {
	return {
		rows: 0,
		linked: 0,
		refused: 0,
		merged: 0,
		faults: {},
		forms: { nik_spaced: 0, date_local: 0, region_former: 0 }
	};
}

/** Rows of one fault (null: none) and how many of them are written in another form. */
export interface FaultCount {
	fault: Rule | null;
	rows: number;
	forms: Record<FormName, number>;
}

/** Adds a part of a list. A row that is repeated stands in the list twice, in the same form. */
export function addCount(list: ListTruth, { fault, rows, forms }: FaultCount): void {
	const twice = fault === 'duplicate';
	list.rows += twice ? 2 * rows : rows;
	if (fault !== null) list.faults[fault] = (list.faults[fault] ?? 0) + rows;
	if (twice) list.merged += rows;
	if (fault === null || twice) list.linked += rows;
	else list.refused += rows;
	// A row in another form may still be refused for something else: only what is valid counts here.
	if (fault === null || twice)
		for (const name of FORM_NAMES) list.forms[name] += forms[name] * (twice ? 2 : 1);
}
