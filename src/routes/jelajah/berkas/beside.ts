import { buildTiles } from '$lib/chart/build/tiles';
import { comparable } from '$lib/chart/build/comparable';
import type { TilesModel } from '$lib/chart/model';
import { type OwnAsked, unitOf } from '$lib/files/combine';
import type { OwnReading } from '$lib/files';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { unitLabel } from '$lib/i18n/words';
import type { Figure, Locale } from '$lib/model';
import { rankCorrelation } from '$lib/model/statistics/rank-correlation';
import type { OwnContext, PublishedChoice } from './context';

export interface Shown {
	id: string;
	fileName: string;
	context: OwnContext;
	locale: Locale;
}

/** The file's figures on the tile map. */
export function ownMap(
	reading: OwnReading,
	asked: OwnAsked,
	figures: readonly Figure[],
	{ id, fileName, context, locale }: Shown
): TilesModel {
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
		notes: [m.files_map_note({}, { locale })],
		places: context.places,
		provinceNames: new Map(Object.entries(context.provinceNames)),
		figures,
		asked: { indicator: '', period: figures[0]?.period ?? { start: '', end: '' } }
	});
}

/** The published figures on a map of the same tiles. */
export function publishedMap(
	choice: PublishedChoice,
	figures: readonly Figure[],
	{ id, context, locale }: Shown
): TilesModel {
	const parts = {
		unit: unitLabel(choice.unit, locale),
		period: formatPeriod(choice.period, locale)
	};
	return buildTiles({
		id: `${id}-terbitan`,
		locale,
		title: m.files_site_title(
			{ indicator: choice.name, count: formatNumber(figures.length, locale) },
			{ locale }
		),
		subtitle: m.files_site_subtitle(parts, { locale }),
		unit: choice.unit,
		sources: choice.sources,
		places: context.places,
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
