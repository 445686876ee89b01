import { formatDate } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type Locale, NATION, isListPlace, listPlace, placeLevel, provinceOf } from '$lib/model';
import { lastMonthOf } from '$lib/protect/cell-figure';
import type { ComputedManifest } from '$lib/protect/manifest';
import { counts } from '$lib/query/computed/counts';
import { priorityLists } from '$lib/query/priority-lists';
import { programmeFigures } from '$lib/query/programme-figures';
import type { InlineOption } from '$lib/ui/InlineSelect.svelte';
import { type Catalogue, catalogue, headlineOf } from '../../catalogue.server';
import { askSite, computedExtracts, siteDataset, siteEngine } from '../../dataset.server';
import { type KmpContext, UPTAKE } from './context';
import { kmpAnswer } from './view';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const figures = await askSite(programmeFigures('kmp'));
	// One extract is told of: an office's own where the site has one, else the demo.
	const manifest = computedExtracts()[0];
	return {
		published: figures
			.filter(({ unit }) => unit !== 'yes')
			.map((figure) => ({
				...headlineOf(figure, names),
				note: figure.indicator === 'kmp_members_from_pkh' ? m.kmp_uncounted() : ''
			})),
		computed: manifest ? await computed(manifest, names, locale) : null
	};
}

async function computed(manifest: ComputedManifest, names: Catalogue, locale: Locale) {
	const context = await contextOf(manifest, names, locale);
	const { extract } = context;
	const answer = await kmpAnswer(NATION, {
		engine: await siteEngine(),
		context,
		locale,
		options: {},
		groupsOf: () => Promise.resolve(extract)
	});
	return {
		context,
		answer,
		places: placesOf(context),
		dataset: siteDataset(extract),
		file: `/extract/${extract}/k1.csv.gz`
	};
}

async function contextOf(
	manifest: ComputedManifest,
	names: Catalogue,
	locale: Locale
): Promise<KmpContext> {
	const { id, kind, period, parts, publisher } = manifest;
	const cell = lastMonthOf(manifest);
	// Asked of the extract, so that it is attached before the page's own questions.
	const rows = await askSite(counts(id, cell.period.start, [UPTAKE.whole]), id);
	const lists = new Map(
		(await askSite(priorityLists(locale))).map(({ id: list, name }) => [listPlace(list), name])
	);
	const when = (iso: string) => formatDate(iso.slice(0, 7), locale);
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
		source: {
			id,
			publisher: kind === 'demo' ? m.kmp_source_demo() : publisher || m.protection_office(),
			title: m.kmp_source_lists({ from: when(period.start), until: when(period.end) }),
			date: ''
		}
	};
}

/** The country, its provinces, the lists, and the regencies under the name of their province. */
function placesOf({ names }: KmpContext): InlineOption[] {
	const of = (wanted: (code: string) => boolean, group?: (code: string) => string) =>
		Object.entries(names)
			.filter(([code]) => wanted(code))
			.map(([value, label]) => ({ value, label, ...(group ? { group: group(value) } : {}) }));
	return [
		...of((code) => code === NATION),
		...of(
			(code) => placeLevel(code) === 'province',
			() => m.kmp_provinces()
		),
		...of(isListPlace, () => m.kmp_lists()),
		...of(
			(code) => placeLevel(code) === 'regency',
			(code) => names[provinceOf(code)] ?? ''
		)
	];
}
