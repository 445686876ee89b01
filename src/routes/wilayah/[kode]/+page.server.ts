import StillChart from '$lib/chart/StillChart.svelte';
import type { ChartModel } from '$lib/chart/model';
import { getLocale, localizeHref } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { catalogue, headlineOf } from '../../catalogue.server';
import { drawn } from '../../overview/drawn.server';
import { placesToFind } from '../names.server';
import { chartOf } from './chart.server';
import { elsewhereOf } from './elsewhere.server';
import { type Profile, profileOf } from './profile.server';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Each province and regency; the other language is reached by the pages' own links. */
export const entries: EntryGenerator = async () =>
	(await placesToFind('id')).map(({ code }) => ({ kode: code }));

export const load: PageServerLoad = async ({ params }) => {
	const locale = getLocale();
	const names = await catalogue(locale);
	const profile = await profileOf(params.kode, locale);
	const chart = await chartOf(profile, locale);
	return {
		...profile,
		// The rows themselves stand in the file beside the page.
		figures: [],
		povertySeries: [],
		chart: {
			html: chart ? drawnChart(chart, profile) : '',
			// What lists tell stands under what is said of them.
			fromLists: chart !== null && isFromLists(chart)
		},
		elsewhere: await elsewhereOf(params.kode, names, locale),
		known: profile.known.map((figure) => headlineOf(figure, names)),
		unknown: profile.unknown.map((figure) => headlineOf(figure, names))
	};
};

/** The chart as HTML: what never changes sends no program, and its parts stay out of those of others. */
function drawnChart(model: ChartModel, { region, regencies }: Profile): string {
	const table = {
		href: regencies.length > 0 ? '#daerah' : '#mirip',
		words: m.profile_chart_table()
	};
	return drawn(StillChart, {
		model,
		file: `/wilayah/${region.code}/grafik.json`,
		...(isFromLists(model) ? { sourceHref: () => localizeHref('/data/') } : {}),
		...(model.kind === 'bars' ? { tableAt: table } : {})
	});
}

function isFromLists({ id }: ChartModel): boolean {
	return id === 'keikutsertaan';
}
