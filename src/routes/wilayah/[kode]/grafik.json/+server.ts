import { json } from '@sveltejs/kit';
import type { ChartFile } from '$lib/menu/chart-file';
import { LOCALES } from '$lib/model/locale';
import { placesToFind } from '../../names.server';
import { chartOf } from '../chart.server';
import { profileOf } from '../profile.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** Places whose profile has a chart. */
export const entries: EntryGenerator = async () => {
	const places = await placesToFind('id');
	const charts = await Promise.all(
		places.map(async ({ code }) => chartOf(await profileOf(code, 'id'), 'id'))
	);
	return places.flatMap(({ code }, index) => (charts[index] ? [{ kode: code }] : []));
};

/** The chart of a profile in both languages, for its menu: the page itself is sent without it. */
export const GET: RequestHandler = async ({ params: { kode } }) => {
	const charts: ChartFile = Object.fromEntries(
		await Promise.all(
			LOCALES.map(async (locale) => [locale, await chartOf(await profileOf(kode, locale), locale)])
		)
	);
	return json(charts);
};
