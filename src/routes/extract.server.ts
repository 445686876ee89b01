import type { Asking, ExtractContext } from '$lib/answer/context';
import type { ChartSource } from '$lib/chart/model';
import { formatDate } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type Locale, NATION, isListPlace, listPlace, placeLevel, provinceOf } from '$lib/model';
import { lastMonthOf } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import type { ComputedManifest } from '$lib/protect/manifest';
import { counts } from '$lib/query/computed/counts';
import { priorityLists } from '$lib/query/priority-lists';
import type { FilterOffers } from '$lib/state/fit-filters';
import type { InlineOption } from '$lib/ui/InlineSelect.svelte';
import { type Catalogue, programmeBegins } from './catalogue.server';
import {
	askSite,
	attachSitePart,
	computedExtracts,
	siteDataset,
	siteEngine
} from './dataset.server';

/** All that a page of computed figures is sent with, beside its first answer. */
export interface ExtractPage {
	context: ExtractContext;
	places: readonly InlineOption[];
	dataset: ReturnType<typeof siteDataset>;
	/** The published counts as a file, for readers without JavaScript. */
	file: string;
	months: NonNullable<FilterOffers['months']>;
	years: readonly number[];
}

/**
 * The extract that pages tell of: an office's own where the site has one, else the demo. Null where the
 * site is built without any.
 */
export async function extractPage(names: Catalogue, locale: Locale): Promise<ExtractPage | null> {
	// One extract is told of.
	const manifest = computedExtracts()[0];
	if (!manifest) return null;
	const context = await contextOf(manifest, names, locale);
	const { start, end } = manifest.period;
	return {
		context,
		places: placesOf(context),
		dataset: siteDataset(context.extract),
		file: `/extract/${context.extract}/k1.csv.gz`,
		months: { first: start.slice(0, 7), last: end.slice(0, 7) },
		years: yearsOf(manifest)
	};
}

/** An extract as a chart's source line names it. */
export function extractSource(
	{ id, kind, period, publisher }: ComputedManifest,
	locale: Locale
): ChartSource {
	const when = (iso: string) => formatDate(iso.slice(0, 7), locale);
	return {
		id,
		publisher:
			kind === 'demo'
				? m.answer_source_demo({}, { locale })
				: publisher || m.protection_office({}, { locale }),
		title: m.answer_source_lists({ from: when(period.start), until: when(period.end) }, { locale }),
		date: ''
	};
}

/** Asks the page's extract, while pages are prerendered. */
export async function askingOf({ context }: ExtractPage, locale: Locale): Promise<Asking> {
	return {
		engine: await siteEngine(),
		context,
		locale,
		options: {},
		attachPart: (part) => attachSitePart(context.extract, part)
	};
}

/** Years of which every month is covered: a part of one is no year. */
function yearsOf({ period: { start, end } }: ComputedManifest): number[] {
	const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
		(year) => start <= `${year}-01-01` && end >= `${year}-12-31`
	);
}

async function contextOf(
	manifest: ComputedManifest,
	names: Catalogue,
	locale: Locale
): Promise<ExtractContext> {
	const { id, period, parts } = manifest;
	const cell = lastMonthOf(manifest, await programmeBegins(locale));
	// Asked of the extract, so that it is attached before the page's own questions.
	const rows = await askSite(counts(id, cell.period.start, [withLists('pkh')]), id);
	const lists = new Map(
		(await askSite(priorityLists(locale))).map(({ id: list, name }) => [listPlace(list), name])
	);
	return {
		extract: id,
		cell,
		first: period.start,
		names: Object.fromEntries(
			rows.map(({ region }) => [
				region,
				lists.get(region) ?? names.regions.get(region)?.name ?? region
			])
		),
		lists: Object.fromEntries(manifest.lists.map(({ region, members }) => [region, members])),
		parts: parts.map(({ region }) => region),
		source: extractSource(manifest, locale)
	};
}

/** The country, its provinces, the lists, and the regencies under the name of their province. */
function placesOf({ names }: ExtractContext): InlineOption[] {
	const of = (wanted: (code: string) => boolean, group?: (code: string) => string) =>
		Object.entries(names)
			.filter(([code]) => wanted(code))
			.map(([value, label]) => ({ value, label, ...(group ? { group: group(value) } : {}) }));
	return [
		...of((code) => code === NATION),
		...of(
			(code) => placeLevel(code) === 'province',
			() => m.answer_provinces()
		),
		...of(isListPlace, () => m.answer_lists()),
		...of(
			(code) => placeLevel(code) === 'regency',
			(code) => names[provinceOf(code)] ?? ''
		)
	];
}
