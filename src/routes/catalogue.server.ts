import { indicators } from '$lib/query/indicators';
import { programmes } from '$lib/query/programmes';
import { type RegionRow, regions } from '$lib/query/regions';
import { sources } from '$lib/query/sources';
import type { Figure, Indicator, Locale, ProgrammeBegin, Source } from '$lib/model';
import { askSite } from './dataset.server';

/** What every page needs to name what it shows. */
export interface Catalogue {
	indicators: ReadonlyMap<string, Indicator>;
	sources: ReadonlyMap<string, Source>;
	regions: ReadonlyMap<string, RegionRow>;
}

const read = new Map<Locale, Promise<Catalogue>>();

/** The catalogue in a language; read once a build. */
export function catalogue(locale: Locale): Promise<Catalogue> {
	const known = read.get(locale) ?? readCatalogue(locale);
	read.set(locale, known);
	return known;
}

async function readCatalogue(locale: Locale): Promise<Catalogue> {
	const [indicatorRows, sourceRows, regionRows] = [
		await askSite(indicators(locale)),
		await askSite(sources(locale)),
		await askSite(regions())
	];
	return {
		indicators: new Map(indicatorRows.map((row) => [row.id, row])),
		sources: new Map(sourceRows.map((row) => [row.id, row])),
		regions: new Map(regionRows.map((row) => [row.code, row]))
	};
}

/** When programmes began, by id, as far as a source says it. */
export async function programmeBegins(locale: Locale): Promise<Record<string, ProgrammeBegin>> {
	const all = await askSite(programmes(locale));
	return Object.fromEntries(all.flatMap(({ id, begin }) => (begin ? [[id, begin]] : [])));
}

/** A figure with the words that a headline says of it. */
export interface HeadlineFigure {
	figure: Figure;
	source: Pick<Source, 'id' | 'publisher'>;
	counts: string;
	place: string;
}

/** @throws where the figure's indicator, region or source is unknown: the extract's build lets none through */
export function headlineOf(figure: Figure, names: Catalogue): HeadlineFigure {
	const source = need(names.sources, figure.sourceId);
	return {
		figure,
		source: { id: source.id, publisher: source.publisher },
		counts: need(names.indicators, figure.indicator).name,
		place: need(names.regions, figure.region).name
	};
}

/** The sources that figures rest on, each once, as a chart's source line names them. */
export function sourcesOf(
	figures: readonly Figure[],
	names: Catalogue
): Pick<Source, 'id' | 'publisher' | 'title' | 'date'>[] {
	const ids = new Set(figures.map((figure) => figure.sourceId).filter((id) => id !== ''));
	return [...ids].map((id) => {
		const { publisher, title, date } = need(names.sources, id);
		return { id, publisher, title, date };
	});
}

/** The entry of that id. @throws where there is none */
export function need<Value>(from: ReadonlyMap<string, Value>, id: string): Value {
	const value = from.get(id);
	if (value === undefined) throw new Error(`nothing is known of "${id}"`);
	return value;
}
