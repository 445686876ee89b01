import type { DatasetLocation, Engine, QueryOptions } from '$lib/engine/engine';
import { formatPeriod } from '$lib/i18n/format';
import {
	type Figure,
	type Locale,
	type PlaceCode,
	type Unit,
	isRegionCode,
	latest,
	missingFigure,
	periodKey,
	placeLevel
} from '$lib/model';
import { ask } from '$lib/query/question';
import { series } from '$lib/query/series';

/** What is published of districts, as the page knows it before any question. Plain data. */
export interface PublishedContext {
	dataset: DatasetLocation;
	indicators: readonly { id: string; name: string; unit: Unit }[];
	/** Publishers of the figures of districts, by the id of a source. */
	publishers: Readonly<Record<string, string>>;
}

/** An indicator of each compared place at one time, so that like is beside like. */
export interface PublishedColumn {
	indicator: string;
	name: string;
	unit: Unit;
	/** In words. */
	period: string;
	/** In the order of the places. */
	cells: readonly PublishedCell[];
}

interface PublishedCell {
	/** Missing where nobody has published it of the place for any time. */
	figure: Figure;
	/** Of another time than the others, in words: then it does not stand for comparison. Else null. */
	otherTime: string | null;
}

export interface PublishedAnswer {
	columns: readonly PublishedColumn[];
	/** Names of indicators that nobody has published for any of the places. */
	absent: readonly string[];
	sources: readonly { id: string; publisher: string }[];
}

/** What sources have published of places. */
export async function publishedAnswer(
	places: readonly PlaceCode[],
	context: PublishedContext,
	asked: { engine: Engine; locale: Locale; options: QueryOptions }
): Promise<PublishedAnswer> {
	const question = series({
		indicators: context.indicators.map(({ id }) => id),
		regions: places.filter(isRegionCode)
	});
	const figures = await ask(asked.engine, question, asked.options);
	return publishedOf(figures, places, context, asked.locale);
}

/** The same from the figures of the places, of all times. */
export function publishedOf(
	figures: readonly Figure[],
	places: readonly PlaceCode[],
	{ indicators, publishers }: Omit<PublishedContext, 'dataset'>,
	locale: Locale
): PublishedAnswer {
	const columns = indicators.flatMap(({ id: indicator, name, unit }) => {
		const own = figures.filter((one) => one.indicator === indicator && one.value !== null);
		const shared = widest(own);
		const [{ period } = { period: null }] = shared;
		if (period === null) return [];
		const cellOf = (region: PlaceCode): PublishedCell => {
			const figure = shared.find((one) => one.region === region);
			if (figure) return { figure, otherTime: null };
			const other = latest(
				own.filter((one) => one.region === region),
				indicator
			);
			return other
				? { figure: other, otherTime: formatPeriod(other.period, locale) }
				: { figure: missingFigure({ indicator, region, period, unit }), otherTime: null };
		};
		return [
			{ indicator, name, unit, period: formatPeriod(period, locale), cells: places.map(cellOf) }
		];
	});
	const there = new Set(columns.map(({ indicator }) => indicator));
	const ids = new Set(
		columns.flatMap(({ cells }) => cells.map(({ figure: { sourceId } }) => sourceId))
	);
	return {
		columns,
		absent: indicators.filter(({ id }) => !there.has(id)).map(({ name }) => name),
		sources: [...ids].flatMap((id) => {
			const publisher = publishers[id];
			return publisher === undefined ? [] : [{ id, publisher }];
		})
	};
}

/**
 * The figures of the time for which most districts have one, then most places; of several such times the
 * last. The country, whose figures come oftener, does not decide.
 */
function widest(figures: readonly Figure[]): Figure[] {
	const byPeriod = new Map<string, Figure[]>();
	for (const figure of figures) {
		const key = periodKey(figure.period);
		byPeriod.set(key, [...(byPeriod.get(key) ?? []), figure]);
	}
	const reach = (some: readonly Figure[]) => {
		const regions = [...new Set(some.map(({ region }) => region))];
		const districts = regions.filter((region) => placeLevel(region) === 'regency');
		return 100 * districts.length + regions.length;
	};
	const end = (some: readonly Figure[]) => some[0]?.period.end ?? '';
	const [first = []] = [...byPeriod.values()].sort(
		(a, b) => reach(b) - reach(a) || (end(a) < end(b) ? 1 : -1)
	);
	return first;
}
