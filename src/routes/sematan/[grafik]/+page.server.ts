import { error } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/locale';
import { FILTERED_EMBED, PLACE_EMBED } from '$lib/menu/embed-name';
import { siteCharts } from '../charts.server';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Nothing of the site leads to these pages but the codes that readers copy. */
export const entries: EntryGenerator = async () =>
	[FILTERED_EMBED, PLACE_EMBED, ...(await siteCharts()).keys()].map((grafik) => ({ grafik }));

export const load: PageServerLoad = async ({ params: { grafik } }) => {
	if (grafik === FILTERED_EMBED) return { chart: null, place: false, href: localizeHref('/') };
	if (grafik === PLACE_EMBED) return { chart: null, place: true, href: localizeHref('/wilayah/') };
	const chart = (await siteCharts()).get(grafik);
	if (!chart) error(404);
	return {
		chart: chart.model,
		place: false,
		href: `${localizeHref(chart.path)}#${chart.model.id}-title`
	};
};
