import type { TilePlace } from '$lib/chart/build/shaded';
import { buildTiles } from '$lib/chart/build/tiles';
import { comparable } from '$lib/chart/build/comparable';
import type { TilesModel } from '$lib/chart/model';
import { type OwnAsked, unitOf } from '$lib/files/combine';
import type { OwnReading } from '$lib/files';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { unitLabel } from '$lib/i18n/words';
import { type Figure, type Locale, provinceOf } from '$lib/model';
import { rankCorrelation } from '$lib/model/statistics/rank-correlation';
import type { OwnContext, PublishedChoice } from './context';

export interface Shown {
	id: string;
	fileName: string;
	context: OwnContext;
	/** Those that are drawn, of all that the context knows. */
	places: readonly TilePlace[];
	locale: Locale;
}

/** The places of all provinces that a file has figures in: what is drawn, of it and beside it. */
export function placesAround(
	figures: readonly Figure[],
	places: readonly TilePlace[]
): readonly TilePlace[] {
	const provinces = new Set(figures.map(({ region }) => provinceOf(region)));
	return places.filter(({ region }) => provinces.has(provinceOf(region)));
}

/** How many of the places that are drawn the file has, and how many are not drawn. */
function fitted(count: number, { places, context, locale }: Shown): string[] {
	const [shown, all] = [places.length, context.places.length];
	if (count === all) return [];
	const parts = { count: formatNumber(count, locale), shown: formatNumber(shown, locale) };
	return shown === all
		? [m.files_map_some(parts, { locale })]
		: [m.files_map_fitted({ ...parts, all: formatNumber(all, locale) }, { locale })];
}

/** The file's figures on the tile map. */
export function ownMap(
	reading: OwnReading,
	asked: OwnAsked,
	figures: readonly Figure[],
	shown: Shown
): TilesModel {
	const { id, fileName, context, places, locale } = shown;
	const column = reading.columns[asked.column];
	const unit = unitOf(reading, asked.column);
	const parts = { unit: unitLabel(unit, locale), file: fileName };
	return buildTiles({
		id: `${id}-peta`,
		locale,
		title: m.files_map_title(
			{ column: column?.header || column?.name || '', count: formatNumber(figures.length, locale) },
			{ locale }
		),
		subtitle:
			asked.year === null
				? m.files_map_subtitle(parts, { locale })
				: m.files_map_subtitle_year({ ...parts, year: String(asked.year) }, { locale }),
		unit,
		sources: [],
		notes: [m.files_map_note({}, { locale }), ...fitted(figures.length, shown)],
		places,
		told: new Set(figures.map(({ region }) => region)),
		provinceNames: new Map(Object.entries(context.provinceNames)),
		figures,
		asked: { indicator: '', period: figures[0]?.period ?? { start: '', end: '' } }
	});
}

/** The published figures on a map of the same tiles. */
export function publishedMap(
	choice: PublishedChoice,
	figures: readonly Figure[],
	{ id, context, places, locale }: Shown
): TilesModel {
	const drawn = new Set(places.map(({ region }) => region));
	const count = figures.filter(({ region }) => drawn.has(region)).length;
	const parts = {
		unit: unitLabel(choice.unit, locale),
		period: formatPeriod(choice.period, locale)
	};
	return buildTiles({
		id: `${id}-terbitan`,
		locale,
		title: m.files_site_title(
			{ indicator: choice.name, count: formatNumber(count, locale) },
			{ locale }
		),
		subtitle: m.files_site_subtitle(parts, { locale }),
		unit: choice.unit,
		sources: choice.sources,
		places,
		provinceNames: new Map(Object.entries(context.provinceNames)),
		figures,
		asked: { indicator: choice.id, period: choice.period }
	});
}

export interface BothRow {
	region: string;
	name: string;
	own: Figure;
	published: Figure | null;
}

/** Each place of the file with both figures, the largest of the file first, and how alike the orders are. */
export function bothFigures(
	own: readonly Figure[],
	published: readonly Figure[],
	{ context }: Shown
): { rows: BothRow[]; both: number; rho: number | null } {
	const names = new Map(context.places.map(({ region, name }) => [region, name]));
	const theirs = new Map(published.map((figure) => [figure.region, figure]));
	const rows = own.map((figure) => ({
		region: figure.region,
		name: names.get(figure.region) ?? figure.region,
		own: figure,
		published: theirs.get(figure.region) ?? null
	}));
	rows.sort((a, b) => (b.own.value ?? 0) - (a.own.value ?? 0));
	const pairs = rows.flatMap((row): [number, number][] => {
		const a = comparable(row.own);
		const b = row.published === null ? null : comparable(row.published);
		return a === null || b === null ? [] : [[a, b]];
	});
	return { rows, both: pairs.length, rho: rankCorrelation(pairs) };
}
