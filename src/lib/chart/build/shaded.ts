import { stateName, unitLabel } from '$lib/i18n/words';
import { m } from '$lib/i18n/paraglide/messages';
import {
	type Figure,
	type Locale,
	type Period,
	type RegionCode,
	isImplausible,
	missingFigure,
	provinceOf
} from '$lib/model';
import type { ChartFrame, ShadedBase, Tile, TileLook } from '../model';
import { type ClassMethod, classOf, findBounds, toClasses } from './classes';
import { chartBase } from './frame';
import { drawable } from './point';
import { comparable } from './comparable';
import { describeSpread } from './describe-spread';

/** A place in the tile layout, with the region that stands there. */
export interface TilePlace {
	region: RegionCode;
	name: string;
	abbreviation: string;
	x: number;
	y: number;
}

export interface ShadedInput extends ChartFrame {
	/** All of the country's, or those of a province or an island group; they are moved to the corner. */
	places: readonly TilePlace[];
	provinceNames: ReadonlyMap<RegionCode, string>;
	/** Names of islands, by the code of a province on them; where not given, no map names any. */
	islandNames?: ReadonlyMap<RegionCode, string>;
	/** A place without a figure is missing. */
	figures: readonly Figure[];
	/** What is asked, for the places that have no figure. */
	asked: { indicator: string; period: Period };
	chosen?: RegionCode;
	/** Regions that a filter keeps, e.g. a priority list; all where not given. */
	included?: ReadonlySet<RegionCode>;
	/**
	 * Regions that the figures are of at all; every place where not given. The others are ground: drawn
	 * with a thin edge, in no table, and passed over by the keys.
	 */
	told?: ReadonlySet<RegionCode>;
	/** Bounds between classes, where a page wants them fixed (over years, say). */
	bounds?: readonly number[];
	method?: ClassMethod;
	classCount?: number;
}

/**
 * Regions shaded by class, with all that tiles, points and areas have in common: whatever the drawing,
 * classes, table and summary are the same, and the keys walk the regions by their tiles. Implausible
 * values are left out of the classes.
 */
export function shadeRegions(input: ShadedInput): { tiles: Tile[]; base: ShadedBase } {
	const { locale, unit } = input;
	const figures = new Map(input.figures.map((figure) => [figure.region, figure]));
	const bare = input.places.map((place) => ({
		place,
		figure:
			figures.get(place.region) ?? missingFigure({ ...input.asked, region: place.region, unit })
	}));
	const isTold = ({ region }: { region: RegionCode }) => input.told?.has(region) ?? true;
	const kept = (place: TilePlace) => isTold(place) && (input.included?.has(place.region) ?? true);
	const values = bare.flatMap(({ place, figure }) =>
		isTold(place) ? (comparable(figure) ?? []) : []
	);
	const bounds =
		input.bounds ?? findBounds(values, input.method ?? 'quantile', input.classCount ?? 5);
	const left = Math.min(...input.places.map(({ x }) => x));
	const top = Math.min(...input.places.map(({ y }) => y));
	const tiles = bare.map(({ place, figure }): Tile => {
		const look = lookOf(figure);
		return {
			region: place.region,
			label: place.name,
			abbreviation: place.abbreviation,
			province: provinceOf(place.region),
			x: place.x - left,
			y: place.y - top,
			figure,
			look,
			classNumber: look === 'class' ? classOf(figure.value ?? 0, bounds) : null,
			chosen: place.region === input.chosen,
			included: kept(place)
		};
	});
	const told = tiles.filter(isTold);
	const base: ShadedBase = {
		...chartBase(input, placeTiles(told), tableOfTiles(told, input), describe(told, locale)),
		classes: toClasses(values, bounds, unit, locale).map((entry, index) => ({
			...entry,
			count: tiles.filter((tile) => tile.included && tile.classNumber === index + 1).length
		})),
		leftOut: told.filter((tile) => !tile.included).length,
		untold: tiles.length - told.length,
		islands: islandsOf(tiles, input.islandNames),
		textures: countTextures(tiles, locale)
	};
	return { tiles, base };
}

/** The islands of the provinces shown, where they are several. */
function islandsOf(
	tiles: readonly Tile[],
	names: ReadonlyMap<RegionCode, string> = new Map()
): Record<RegionCode, string> {
	const shown = new Set(tiles.map(({ province }) => province));
	const islands = [...names].filter(([code]) => shown.has(code));
	return new Set(islands.map(([, name]) => name)).size > 1 ? Object.fromEntries(islands) : {};
}

function lookOf(figure: Figure): TileLook {
	if (drawable(figure) !== null) return isImplausible(figure.flag) ? 'implausible' : 'class';
	switch (figure.state) {
		case 'withheld':
		case 'late':
		case 'not_received':
		case 'not_begun':
		case 'not_counted':
			return figure.state;
		default:
			return 'missing';
	}
}

function placeTiles(tiles: readonly Tile[]) {
	return tiles.map(({ region, label, x, y, figure, included }) => ({
		key: region,
		name: label,
		row: y,
		column: x,
		figure,
		left: !included
	}));
}

function tableOfTiles(tiles: readonly Tile[], { locale, unit }: ShadedInput) {
	const rows = [...tiles].sort((a, b) => a.region.localeCompare(b.region));
	return {
		corner: m.chart_region({}, { locale }),
		columns: [unitLabel(unit, locale)],
		rows: rows.map(({ region, label, figure }) => ({ key: region, label, cells: [[figure]] }))
	};
}

function describe(tiles: readonly Tile[], locale: Locale): string {
	return describeSpread(
		tiles.filter((tile) => tile.included),
		locale
	);
}

function countTextures(tiles: readonly Tile[], locale: Locale): ShadedBase['textures'] {
	const words: Record<Exclude<TileLook, 'class'>, string> = {
		missing: stateName('missing', locale),
		late: stateName('late', locale),
		not_received: stateName('not_received', locale),
		not_begun: stateName('not_begun', locale),
		not_counted: stateName('not_counted', locale),
		withheld: stateName('withheld', locale),
		implausible: m.chart_implausible({}, { locale })
	};
	return (
		[
			'withheld',
			'late',
			'not_received',
			'not_begun',
			'missing',
			'not_counted',
			'implausible'
		] as const
	).flatMap((look) => {
		const count = tiles.filter((tile) => tile.included && tile.look === look).length;
		return count === 0 ? [] : [{ look, label: words[look], count }];
	});
}
