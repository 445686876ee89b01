import type { ChartSource } from '$lib/chart/model';
import type { Engine, QueryOptions } from '$lib/engine/engine';
import { type Locale, type PlaceCode, isListPlace, placeLevel, provinceOf } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import { partOf } from '$lib/protect/part-of';
import type { RateCube } from '$lib/query/computed/counted';
import type { HeldPlaces } from '$lib/query/computed/places-asked';

/** What a page knows of an extract made from lists before any question. Plain data. */
export interface ExtractContext {
	/** Id of the extract that is told of. */
	extract: string;
	/** Of the last month that it covers. */
	cell: CellContext;
	/** First day of the first month that it covers. */
	first: string;
	/** Names of all its places, by code. */
	names: Record<PlaceCode, string>;
	/** Members of each priority list, by the code of the list as a place. */
	lists: Record<PlaceCode, readonly string[]>;
	/** Files beside the first, by the region that each is of: `00`, and provinces. */
	parts: readonly string[];
	source: ChartSource;
}

/** Where and how an extract is asked. */
export interface Asking {
	engine: Engine;
	context: ExtractContext;
	locale: Locale;
	options: QueryOptions;
	/** Attaches a file of the extract beside its first, and gives the id to ask it by. */
	attachPart: (part: string) => Promise<string>;
}

export function nameOf(place: PlaceCode, { names }: ExtractContext): string {
	return names[place] ?? place;
}

/**
 * The id under which the cells of a place lie, its file being attached: those of groups of a regency
 * in the file of its province, and years of larger places in files of their own as well.
 */
export async function holderOf(place: PlaceCode, cube: RateCube, asking: Asking): Promise<string> {
	const part = partOf(place, cube);
	const { context } = asking;
	return part === null || !context.parts.includes(part) ? context.extract : asking.attachPart(part);
}

/** Places by the file in which their cells lie, each being attached, so that one question asks them all. */
export async function heldBy(
	places: readonly PlaceCode[],
	cube: RateCube,
	asking: Asking
): Promise<{ held: HeldPlaces[] }> {
	const files = await Promise.all(places.map((place) => holderOf(place, cube, asking)));
	return {
		held: [...new Set(files)].map((file) => ({
			file,
			regions: places.filter((_, nth) => files[nth] === file)
		}))
	};
}

/** Whether a region is a district of a place, or the place itself where that is one. */
export function isIn(region: string, place: PlaceCode, { lists }: ExtractContext): boolean {
	if (placeLevel(region) !== 'regency') return false;
	if (isListPlace(place)) return lists[place]?.includes(region) ?? false;
	return placeLevel(place) === 'nation' || region === place || provinceOf(region) === place;
}
