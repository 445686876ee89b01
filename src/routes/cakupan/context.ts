import type { ExtractContext } from '$lib/answer/context';
import type { ChartSource } from '$lib/chart/model';
import type { TilePlace } from '$lib/chart/build/shaded';
import type { DatasetLocation, Engine, QueryOptions } from '$lib/engine/engine';
import {
	type Figure,
	type IslandGroup,
	type Locale,
	ISLAND_GROUPS,
	NATION,
	type Period,
	type RegionCode,
	listPlace
} from '$lib/model';
import { islandName } from './islands';

/** What the coverage page knows before any question: names, places and periods. Plain data. */
export interface CoverageContext {
	/** The province that has PKH families by regency. */
	province: { code: RegionCode; name: string };
	nation: string;
	/** Provinces by code, for outlines and titles. */
	provinceNames: Record<RegionCode, string>;
	/** All 514, each in its tile. */
	places: CoveragePlace[];
	/** The period for which all regencies have a poverty rate. */
	povertyPeriod: Period;
	sources: Record<string, ChartSource>;
	/** Priority lists by id. */
	listNames: Record<string, string>;
	/** The boundary file that whoever runs the site has put in place; null where there is none. */
	boundaries: { hash: string } | null;
	/** The extract made from lists that rates are counted in; null where the site has none. */
	extract: CoverageExtract | null;
}

/** What the page is sent with of an extract: its places are named as those of the page are. */
export interface CoverageExtract extends Omit<ExtractContext, 'names' | 'extract'> {
	/** Districts that its lists are of. */
	regencies: readonly RegionCode[];
	/** Years that are covered whole. */
	years: readonly number[];
	dataset: DatasetLocation;
	/** The published counts as a file, for readers without JavaScript. */
	file: string;
}

/** A tile with the island group that it belongs to. */
export interface CoveragePlace extends TilePlace {
	island: IslandGroup | null;
}

/** Where and how a view is answered. */
export interface Asking {
	engine: Engine;
	context: CoverageContext;
	locale: Locale;
	options: QueryOptions;
}

/** The sources of figures, each once, for a chart's source line. */
export function sourcesIn(figures: readonly Figure[], context: CoverageContext): ChartSource[] {
	const ids = new Set(figures.map((figure) => figure.sourceId));
	return [...ids].flatMap((id) => context.sources[id] ?? []);
}

/** The extract as other pages know it, with the islands, which may be told of here, among its places. */
export function extractContext(
	{ dataset, ...extract }: CoverageExtract,
	context: CoverageContext,
	locale: Locale
): ExtractContext {
	const { nation, provinceNames, places, listNames } = context;
	return {
		...extract,
		extract: dataset.id,
		names: {
			[NATION]: nation,
			...provinceNames,
			...Object.fromEntries(places.map(({ region, name }) => [region, name])),
			...Object.fromEntries(Object.entries(listNames).map(([id, name]) => [listPlace(id), name])),
			...Object.fromEntries(ISLAND_GROUPS.map((island) => [island, islandName(island, locale)]))
		}
	};
}

export function nameOf(code: RegionCode, context: CoverageContext): string {
	if (code === context.province.code) return context.province.name;
	const place = context.places.find(({ region }) => region === code);
	return place?.name ?? context.provinceNames[code] ?? context.nation;
}
