import { tableCsv } from '$lib/export/csv';
import { getLocale, localizeHref } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { versionOf } from '$lib/menu/about';
import type { Figure } from '$lib/model';
import { placeHistory } from '$lib/query/place-history';
import { catalogue } from '../../../catalogue.server';
import { askSite, siteManifests } from '../../../dataset.server';
import { extractSource } from '../../../extract.server';
import { byRegion, listFacts } from '../lists.server';
import { placesToFind } from '../../names.server';
import { type PlaceRows, placeTable } from '../../place-table';
import { type Profile, profileOf } from '../profile.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = async () =>
	(await placesToFind('id')).map(({ code }) => ({ kode: code }));

let asked: Promise<Map<string, Figure[]>> | undefined;

/** What is published of each place, of all years: asked once a build. */
async function histories(): Promise<Map<string, Figure[]>> {
	return byRegion(await askSite(placeHistory()));
}

/** All rows of a place, as its page tells them and of the years before, in the language of the address. */
export const GET: RequestHandler = async ({ params }) => {
	const locale = getLocale();
	const names = await catalogue(locale);
	const profile = await profileOf(params.kode, locale);
	const { region, computed } = profile;
	asked ??= histories();
	const facts = await listFacts();
	const page = (path: string) => localizeHref(path, { locale });
	const own = facts && {
		...extractSource(facts.manifest, locale),
		where: '',
		page: page('/data/')
	};
	const versions = versionOf(
		siteManifests().filter(({ kind }) => kind === 'published' || computed),
		locale
	);
	const table = placeTable(
		{
			...region,
			rows: [
				...((await asked).get(region.code) ?? []).map((figure) => ({ figure })),
				...countedRows(computed)
			],
			indicators: names.indicators,
			sources: new Map([
				...[...names.sources.values()].map(
					(source) => [source.id, { ...source, page: `${page('/sumber/')}#${source.id}` }] as const
				),
				...(own ? [[own.id, own] as const] : [])
			]),
			demo: computed?.demo ? computed.sourceId : null,
			notes: [
				{ name: m.menu_about_filter(), value: m.profile_table_series() },
				...(computed?.demo ? [{ name: m.menu_about_demo(), value: m.export_demo() }] : []),
				{ name: m.menu_about_data(), value: versions },
				{ name: m.profile_table_page(), value: page(`/wilayah/${region.code}/`) }
			]
		},
		locale
	);
	return new Response(tableCsv(table), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};

function countedRows(computed: Profile['computed']): PlaceRows['rows'] {
	if (!computed) return [];
	const shown = new Map<string, Figure>();
	for (const { part, whole, rate } of computed.rates)
		for (const figure of [part, whole, rate]) if (figure) shown.set(figure.indicator, figure);
	for (const { figure } of [...computed.steps, ...computed.ladder])
		shown.set(figure.indicator, figure);
	return [
		...[...shown.values()].map((figure) => ({ figure })),
		...computed.groups.flatMap(({ key, part, whole, rate }) =>
			[part, whole, rate].flatMap((figure) => (figure ? [{ figure, group: key }] : []))
		),
		// The last quarter stands among the rates already.
		...computed.history
			.filter(({ period }) => period.end < computed.period.end)
			.map((figure) => ({ figure }))
	];
}
