import { json } from '@sveltejs/kit';
import type { ChartFile } from '$lib/menu/chart-file';
import { LOCALES } from '$lib/model/locale';
import { overviewMap } from '../overview/computed.server';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** The overview's small map with its figures, in both languages, for its menu: the page is sent a drawing. */
export const GET: RequestHandler = async () => {
	const charts: ChartFile = Object.fromEntries(
		await Promise.all(LOCALES.map(async (locale) => [locale, await overviewMap(locale)]))
	);
	return json(charts);
};
