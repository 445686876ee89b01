import type { ChartSource } from '$lib/chart/model';
import type { Engine, QueryOptions } from '$lib/engine/engine';
import { type Locale, type Period, isListPlace, placeLevel, provinceOf } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';

/** What the page of KMP knows before any question. Plain data. */
export interface KmpContext {
	/** Id of the extract that is told of. */
	extract: string;
	cell: CellContext;
	/** First day of the first month that it covers. */
	first: string;
	/** Names of all its places, by code. */
	names: Record<string, string>;
	/** Members of each priority list, by the code of the list as a place. */
	lists: Record<string, readonly string[]>;
	/** Provinces that have a file of their own, with the groups of their regencies. */
	parts: readonly string[];
	source: ChartSource;
}

/** Where and how a place is asked about. */
export interface KmpAsking {
	engine: Engine;
	context: KmpContext;
	locale: Locale;
	options: QueryOptions;
	/** Attaches the file that holds the groups of a place, and gives the id to ask it by. */
	groupsOf: (place: string) => Promise<string>;
}

export const UPTAKE = { part: withLists('kmp_pkh'), whole: withLists('pkh') };

export function monthOf({ cell }: KmpContext): Period {
	return cell.period;
}

/** The places that are compared with one another where a place is chosen: all, or its neighbours. */
export function peersOf(
	place: string,
	{ lists }: KmpContext
): {
	/** Codes of regencies; null for all. */
	regions: readonly string[] | null;
	within: string | null;
} {
	if (isListPlace(place)) return { regions: lists[place] ?? [], within: null };
	const nation = placeLevel(place) === 'nation';
	return { regions: null, within: nation ? null : provinceOf(place) };
}

/** A regency's groups lie in the file of its province; those of larger places with the rest. */
export function partOf(place: string, { parts }: KmpContext): string | null {
	if (placeLevel(place) !== 'regency') return null;
	const province = provinceOf(place);
	return parts.includes(province) ? province : null;
}

export function nameOf(place: string, { names }: KmpContext): string {
	return names[place] ?? place;
}

/** Whether a region is a district of a place, or the place itself where that is one. */
export function isIn(region: string, place: string, { lists }: KmpContext): boolean {
	if (placeLevel(region) !== 'regency') return false;
	if (isListPlace(place)) return lists[place]?.includes(region) ?? false;
	return placeLevel(place) === 'nation' || region === place || provinceOf(region) === place;
}
