import { getLocale, localizeHref } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { catalogueEntries } from '../entries.server';
import { dcat } from '../linked-data';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** The catalogue for other catalogues, in the language of its address. */
export const GET: RequestHandler = async () => {
	const locale = getLocale();
	const title = `${m.site_name()}: ${m.catalogue_heading()}`;
	const href = (path: string) => localizeHref(path, { locale });
	const body = JSON.stringify(dcat(await catalogueEntries(), title, locale, href), null, '\t');
	return new Response(`${body}\n`, { headers: { 'Content-Type': 'application/ld+json' } });
};
