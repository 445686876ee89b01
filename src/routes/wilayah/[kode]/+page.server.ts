import { getLocale } from '$lib/i18n/locale';
import { catalogue, headlineOf } from '../../catalogue.server';
import { placesToFind } from '../names.server';
import { chartOf } from './chart.server';
import { elsewhereOf } from './elsewhere.server';
import { profileOf } from './profile.server';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Each province and regency; the other language is reached by the pages' own links. */
export const entries: EntryGenerator = async () =>
	(await placesToFind('id')).map(({ code }) => ({ kode: code }));

export const load: PageServerLoad = async ({ params }) => {
	const locale = getLocale();
	const names = await catalogue(locale);
	const profile = await profileOf(params.kode, locale);
	return {
		...profile,
		// The rows themselves stand in the file beside the page.
		figures: [],
		povertySeries: [],
		chart: await chartOf(profile),
		elsewhere: await elsewhereOf(params.kode, names, locale),
		known: profile.known.map((figure) => headlineOf(figure, names)),
		unknown: profile.unknown.map((figure) => headlineOf(figure, names))
	};
};
